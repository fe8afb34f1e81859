package io.caravan.core.paymentcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTests {

    @ParameterizedTest
    @CsvSource({"539007547034, RF18539007547034", "11112, RF9811112"})
    void aCreditorReferenceHasItsCheckDigitsInFront(String body, String reference) {
        assertThat(CreditorReference.of(body)).hasToString(reference);
        assertThat(CreditorReference.parse(reference)).contains(CreditorReference.of(body));
    }

    @Test
    void blanksAndSmallLettersOfACreditorReferenceDoNotMatter() {
        assertThat(CreditorReference.parse("rf18 5390 0754 7034")).contains(new CreditorReference("RF18539007547034"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901234567890123", "a-b", "ä"})
    void whatACreditorReferenceCannotCarryIsRefused(String body) {
        assertThatThrownBy(() -> CreditorReference.of(body)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1111, 2", "123456, 1"})
    void aFinnishReferenceEndsInItsCheckDigit(String body, String digit) {
        assertThat(FinnishReference.of(body)).hasToString(body + digit);
    }

    @Test
    void zerosInFrontOfAFinnishReferenceDoNotMatter() {
        assertThat(FinnishReference.parse("00000000000000011112")).contains(FinnishReference.of("1111"));
    }

    @Test
    void aKidEndsInTheCheckOfItsAgreement() {
        assertThat(Kid.MOD10.of("60224")).isEqualTo("602243");
        assertThat(Kid.MOD11.of("1234567")).isEqualTo("12345674");
        assertThat(Kid.MOD11.of("6")).isEqualTo("6-");
        assertThat(Kid.MOD11.holds("000006-")).isTrue();
        assertThat(Kid.MOD10.holds("6022431")).isFalse();
    }

    @Test
    void aPaymentSlipHasFourteenDigitsAndTheirCheck() {
        assertThat(Fik.of("1", "81234567").line()).isEqualTo("+71<000000000000018+81234567<");
        assertThat(Fik.of("2", "81234567").reference()).isEqualTo("000000000000026");
        assertThat(Fik.of("00404040000066", "81234567").reference()).isEqualTo("004040400000669");
        assertThatThrownBy(() -> Fik.of("1", "12345678")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSwissReferenceHasTwentySixDigitsAndTheirCheck() {
        assertThat(SwissReference.of("21000000000313947143000901")).hasToString("210000000003139471430009017");
        assertThat(SwissReference.of("1").text()).hasSize(27);
    }

    /** One digit wrong, or two neighbours changed for each other, is what people do when they type. */
    @Test
    void aDigitThatWasMistypedIsFound() {
        assertFound("RF18539007547034", text -> CreditorReference.parse(text).isPresent() ? "yes" : "no");
        assertFound("602243", text -> Kid.MOD10.holds(text) ? "yes" : "no");
        assertFound("12345674", text -> Kid.MOD11.holds(text) ? "yes" : "no");
        assertFound("1234561", text -> FinnishReference.parse(text).isPresent() ? "yes" : "no");
        assertFound("210000000003139471430009017", ReferencesTests::isSwiss);
    }

    private static void assertFound(String reference, UnaryOperator<String> holds) {
        if (holds.apply(reference).equals("no")) {
            assertThat(reference).as("a reference that holds").isEmpty();
        }
        for (int i = reference.length() - 1; i >= 0; i--) {
            char digit = reference.charAt(i);
            if (!Character.isDigit(digit)) {
                continue;
            }
            var wrong = new StringBuilder(reference);
            wrong.setCharAt(i, (char) ('0' + (digit - '0' + 1) % 10));
            assertThat(holds.apply(wrong.toString())).as(wrong.toString()).isEqualTo("no");
        }
    }

    private static String isSwiss(String text) {
        try {
            return new SwissReference(text).text().isEmpty() ? "no" : "yes";
        } catch (IllegalArgumentException e) {
            return "no";
        }
    }
}
