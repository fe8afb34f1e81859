package io.caravan;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the service refused to start, without a stack trace. */
final class UnsafeSettingsAnalyzer extends AbstractFailureAnalyzer<UnsafeSettings.Refused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnsafeSettings.Refused refused) {
        return new FailureAnalysis(
                "Outside of the sandbox, these settings are not safe:\n" + refused.getMessage(),
                "Set them, or name those that you want all the same in caravan.allow-unsafe.",
                refused);
    }
}
