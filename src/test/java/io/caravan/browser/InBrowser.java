package io.caravan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.caravan.support.Sandbox;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests in the one browser of this process, as wide as a phone unless they say otherwise. */
@ExtendWith(OneBrowser.class)
abstract class InBrowser {

    static final int PHONE = 390;
    static final int DESK = 1100;

    static Browser browser;

    final Sandbox sandbox = Sandbox.running();

    @BeforeAll
    static void mustBeThere() {
        if (browser == null && "true".equals(System.getenv("CARAVAN_BROWSER_REQUIRED"))) {
            throw new IllegalStateException("No Chromium and chromedriver on the path, and CARAVAN_BROWSER_REQUIRED");
        }
        if (browser == null) {
            System.err.println("PAGES ARE NOT TESTED IN A BROWSER: no chromium and chromedriver on the path");
        }
        assumeThat(browser).isNotNull();
    }

    @BeforeEach
    void asAPhone() {
        browser.withScripts(true).dark(false).wide(PHONE);
    }

    /** Pages ask on for what is new, and would do so beside all tests that follow. */
    @AfterAll
    static void leave() {
        if (browser != null) {
            browser.open(URI.create("about:blank"));
        }
    }

    @AfterEach
    void nothingWasForbidden() {
        assertThat(browser.complaints())
                .filteredOn(line -> !line.contains("favicon"))
                .isEmpty();
    }
}
