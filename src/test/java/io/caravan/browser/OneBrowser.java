package io.caravan.browser;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** Starts one browser for all tests of a run, and ends it after them. */
final class OneBrowser implements BeforeAllCallback {

    private record Running(Optional<Browser> browser) implements CloseableResource {

        @Override
        public void close() {
            browser.ifPresent(Browser::close);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        InBrowser.browser = context.getRoot()
                .getStore(Namespace.create(OneBrowser.class))
                .getOrComputeIfAbsent(Running.class, key -> new Running(Browser.start()), Running.class)
                .browser()
                .orElse(null);
    }
}
