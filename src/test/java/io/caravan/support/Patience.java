package io.caravan.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Every test waits long for what must come: the machine is small, other tests are at work on it, and whoever lends it may
 * stop it for minutes. What comes costs nothing of it.
 */
public final class Patience implements BeforeAllCallback {

    /** What a test waits that names no time itself. */
    public static final Duration SOON = Duration.ofMinutes(10);

    static {
        Awaitility.setDefaultTimeout(SOON);
    }

    @Override
    public void beforeAll(ExtensionContext context) {}
}
