package io.caravan.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankMappingTests {

    private final BankMapping mapping = new BankMapping();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a=/x; {\"a\":\"1\"}",
                "a.b=/x, a.c=/y/z; {\"a\":{\"b\":\"1\",\"c\":12.30}}",
                "a=/y; {\"a\":{\"z\":12.30}}",
                "a=/y/z:text; {\"a\":\"12.30\"}",
                "a=/x:number; {\"a\":1}",
                "a=/word:number, b=/nothing, c=/null; {}",
                "a=/word|BOOKED:done|LOST:refused; {\"a\":\"done\"}",
                "a=/x|BOOKED:done; {\"a\":\"1\"}",
                "a=CREDIT, b=2; {\"a\":\"CREDIT\",\"b\":2}"
            })
    void aFieldIsWhatStandsAtItsPointer(String fields, String made) {
        var said = "{\"x\": \"1\", \"y\": {\"z\": 12.30}, \"word\": \"BOOKED\", \"null\": null}";

        assertThat(text(mapping.json(bytes(said), fields))).isEqualTo(made);
    }

    @Test
    void aListIsMadeOfItsMembers() {
        assertThat(text(mapping.list(bytes("{\"all\": [{\"x\": 1}, {\"x\": 2}, {}]}"), "/all", "ours", "a=/x")))
                .isEqualTo("{\"ours\":[{\"a\":1},{\"a\":2},{}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "7", "null", "{\"all\": {}} and more"})
    void whatIsNoSuchJsonBecomesNothing(String said) {
        assertThat(mapping.json(bytes(said), "a=/x")).isEmpty();
        assertThat(mapping.list(bytes(said), "/all", "ours", "a=/x")).isEmpty();
        assertThat(mapping.json(null, "a=/x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=", "=/x", "a=/x,", "a=/x|done"})
    void whatIsNoListOfFieldsIsRefused(String fields) {
        assertThatIllegalArgumentException().isThrownBy(() -> mapping.json(bytes("{}"), fields));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
