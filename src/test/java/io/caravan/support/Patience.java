package io.caravan.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Every test waits long for what must come: the machine is small, and other tests are at work on it. What comes costs
 * nothing of it.
 */
public final class Patience implements BeforeAllCallback {

    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(3));
    }

    @Override
    public void beforeAll(ExtensionContext context) {}
}
