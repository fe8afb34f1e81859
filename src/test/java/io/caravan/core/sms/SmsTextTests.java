package io.caravan.core.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTextTests {

    @ParameterizedTest
    @CsvSource({
        "a, 1, 1",
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "€, 80, 1",
        "€, 81, 2",
        "€, 152, 2",
        "€, 153, 3",
        "č, 70, 1",
        "č, 71, 2",
        "č, 134, 2",
        "č, 135, 3",
        "😀, 35, 1",
        "😀, 36, 2",
        "😀, 66, 2",
        "😀, 67, 3",
    })
    void aTextHasAsManyPartsAsItsCharactersTake(String character, int times, int parts) {
        var text = new SmsText(character.repeat(times));

        assertThat(text.parts()).isEqualTo(parts);
    }

    @Test
    void anEscapedCharacterIsNotCutInTwo() {
        var text = new SmsText("a".repeat(152) + "€" + "b".repeat(10));

        assertThat(text.split()).containsExactly("a".repeat(152), "€" + "b".repeat(10));
    }

    @Test
    void anEmojiIsNotCutInTwo() {
        var text = new SmsText("č".repeat(66) + "😀" + "č".repeat(10));

        assertThat(text.split()).containsExactly("č".repeat(66), "😀" + "č".repeat(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Husk regningen på 360,00 kr. {æøå ÆØÅ}", "[~]|^\\€ \n@£$¥èéùìòÇØÅΔ_ΦΓΛΩΠΨΣΘΞßÉ¤¡ÄÖÑÜ§¿äöñüà"})
    void whatIsInTheAlphabetOfGsmTakesSevenBits(String text) {
        assertThat(new SmsText(text).encoding()).isEqualTo(SmsEncoding.GSM7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"č", "ç", "á", "`", "\t", "\u00a0", "Привет", "😀", "one … more"})
    void anythingElseMakesTheWholeTextTakeSixteen(String text) {
        assertThat(new SmsText("Husk regningen " + text).encoding()).isEqualTo(SmsEncoding.UCS2);
    }

    @Test
    void theAlphabetHasAllItsCharacters() {
        long basic = basicPlane()
                .filter(one -> GsmAlphabet.has(one) && !GsmAlphabet.isExtended(one.codePointAt(0)))
                .count();
        long extended = basicPlane()
                .filter(one -> GsmAlphabet.isExtended(one.codePointAt(0)))
                .count();

        assertThat(basic).isEqualTo(127); // and the escape character
        assertThat(extended).isEqualTo(10);
    }

    @Test
    void noTextIsNoSms() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SmsText(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new SmsText("half " + (char) 0xD83D));
        assertThatIllegalArgumentException().isThrownBy(() -> new SmsText("a".repeat(153 * 255 + 1)));
        assertThat(new SmsText("a".repeat(153 * 255)).parts()).isEqualTo(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Caravan", "Gear & Co", "1234", "+4577007700", "Kød"})
    void anOriginatorIsANameOrANumber(String text) {
        assertThat(Originator.parse(text)).contains(new Originator(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Twelve chars", "a\nb", "<b>", "12345678901234567"})
    void nothingElseIsAnOriginator(String text) {
        assertThat(Originator.parse(text)).isEmpty();
    }

    private static Stream<String> basicPlane() {
        return IntStream.range(0, 0xD800).mapToObj(Character::toString);
    }
}
