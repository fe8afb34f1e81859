package io.caravan.dialect.mobilepay;

import static io.caravan.dialect.mobilepay.Fixtures.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caravan.core.problem.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "1",
                "{",
                "{\"a\":1",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1}x",
                "{\"a\":1}{}",
                "{\"a\":1} 1",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":0x1}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":1/* */}",
                "{\"a\":1e99999999999999}"
            })
    void whatIsNoStrictJsonObjectIsRefused(String text) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Json.object(bytes(text)));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        var latin = "{\"a\":\"ø\"}".getBytes(StandardCharsets.ISO_8859_1);
        var utf16 = "{\"a\":\"x\"}".getBytes(StandardCharsets.UTF_16);
        var cut = Arrays.copyOf(bytes("{\"a\":\"ø"), 7);

        for (var body : List.of(latin, utf16, cut)) {
            assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Json.object(body));
        }
    }

    @Test
    void whatIsDeeperThanAllowedIsRefused() {
        var deepest = "[".repeat(Json.DEEPEST - 1) + "]".repeat(Json.DEEPEST - 1);

        assertThat(Json.object(bytes("{\"a\":" + deepest + "}"))).containsKey("a");
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Json.object(bytes("{\"a\":[" + deepest + "]}")));
    }

    @Test
    void aListThatIsLongerThanAllowedIsRefused() {
        var longest = "1" + ",1".repeat(Json.LONGEST_ARRAY - 1);

        assertThat(Json.object(bytes("{\"a\":[" + longest + "]}"))).containsKey("a");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Json.object(bytes("{\"a\":[" + longest + ",1]}")));
    }

    @Test
    void aNumberThatIsLongerThanAllowedIsRefused() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Json.object(bytes("{\"a\":" + "1".repeat(101) + "}")));
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(Json.object(bytes("\uFEFF{\"A\":\"x\"}"))).containsEntry("a", "x");
    }

    @Test
    void aKeyThatOccursTwiceHasNoValue() {
        assertThat(Json.object(bytes("{\"a\":1,\"A\":1,\"b\":null,\"b\":2}")))
                .containsEntry("a", Json.TWICE)
                .containsEntry("b", Json.TWICE);
    }
}
