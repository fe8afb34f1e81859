package io.caravan.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where pages may lead. */
class OutwardLinkTests {

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/back?a=1#b", "http://127.0.0.1:8080/mock", "HTTPS://shop.example"})
    void browsersGoToTheWebByThemselves(String url) {
        assertThat(OutwardLink.of(url))
                .hasValueSatisfying(link -> assertThat(link.isWeb()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"myshop://paid?order=7", "fi.kahvila.app://x", "myshop:paid"})
    void appsAreOpenedByWhoeverWants(String url) {
        assertThat(OutwardLink.of(url))
                .hasValueSatisfying(link -> assertThat(link.isWeb()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "vbscript:x",
                "data:text/html,x",
                "file:///etc/passwd",
                "blob:https://x/1",
                "about:blank",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "/relative",
                "shop.example",
                ""
            })
    void nothingThatRunsIsEverLinkedTo(String url) {
        assertThat(OutwardLink.of(url)).isEmpty();
    }
}
