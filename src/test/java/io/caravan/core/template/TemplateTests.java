package io.caravan.core.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.MachineTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTests {

    private static final Map<String, String> VALUES =
            Map.of("name", "Kari & Ola/1 \r\n<b>", "paymentselectionpageurl", "https://pay.example/x");
    private static final Function<String, Optional<String>> ALL = name -> Optional.ofNullable(VALUES.get(name));

    @Test
    void caseAndBlanksInPlacesDoNotCount() {
        assertThat(Template.of("{{NAME}}|{{ name }}|{{Name}}").text(ALL).split("\\|"))
                .containsOnly("Kari & Ola/1  <b>");
    }

    @Test
    void aValueStaysInItsPlaceOfAUrl() {
        assertThat(Template.of("https://shop.example/{{name}}?a={{name}}&b=1").url(ALL))
                .isEqualTo("https://shop.example/Kari%20%26%20Ola%2F1%20%0D%0A%3Cb%3E"
                        + "?a=Kari%20%26%20Ola%2F1%20%0D%0A%3Cb%3E&b=1");
    }

    @Test
    void anAddressMayBeginAUrlAndIsAValueWithinOne() {
        assertThat(Template.of("{{paymentSelectionPageUrl}}?a={{name}}").url(ALL))
                .startsWith("https://pay.example/x?a=K");
        assertThat(Template.of("https://shop.example/?to={{paymentSelectionPageUrl}}")
                        .url(ALL))
                .isEqualTo("https://shop.example/?to=https%3A%2F%2Fpay.example%2Fx");
    }

    @Test
    void unknownNamesAreToldAsTheyAreWritten() {
        assertThat(Template.of("{{Name}} {{NoBody}} {{NoBody}} {{").unknown(VALUES::containsKey))
                .containsExactly("NoBody");
    }

    @Test
    void blanksWithoutEndAreReadAtOnce() {
        var time = new MachineTime();
        var open = "{{" + " ".repeat(4_000);

        assertThat(Template.of(open).text(ALL)).isEqualTo(open);
        assertThat(Template.of(open + "name" + " ".repeat(4_000) + "}}").text(ALL))
                .startsWith("Kari");
        assertThat(time.passed()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void valuesAreNotTemplates() {
        assertThat(Template.of("{{a}}").text(name -> Optional.of("{{name}}"))).isEqualTo("{{name}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{name}}://x/",
                "https://{{name}}/",
                "https://a.{{name}}",
                "https://{{name}}@b.example/",
                "{{name}}"
            })
    void noValueDecidesWhomAUrlIsFor(String url) {
        assertThat(Template.of(url).leavesItsOriginOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a.example/{{name}}", "https://a.example?{{name}}", "app://pay/{{name}}", "anything"})
    void valuesMayFollow(String url) {
        assertThat(Template.of(url).leavesItsOriginOpen()).isFalse();
    }
}
