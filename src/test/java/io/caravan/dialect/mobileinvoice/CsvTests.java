package io.caravan.dialect.mobileinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.problem.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"})
    void aTextThatASpreadsheetWouldRunHasAnApostropheBeforeIt(String text) {
        assertThat(Csv.harmless(text)).isEqualTo("'" + text);
        assertThat(written(text)).contains("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"card", "1=1", "", "a-b", "2026-03-01"})
    void othersStayAsTheyAre(String text) {
        assertThat(Csv.harmless(text)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var text = "He said \"no\", twice;\r\nand left";

        var lines = Csv.read(written(text), ',');

        assertThat(lines.get(0)).containsExactly("text", "number");
        assertThat(lines.get(1)).containsExactly(text, "-5");
    }

    @Test
    void quotationMarksMustMatch() {
        assertThatThrownBy(() -> Csv.read("a,b\n\"1,2", ',')).isInstanceOf(InvalidInput.class);
    }

    private static String written(String text) {
        return new String(
                Csv.write(List.of("text", "number"), List.of(Map.of("text", text, "number", -5))),
                StandardCharsets.UTF_8);
    }
}
