package io.caravan.core.payer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phone numbers as people write them on pages. */
class WrittenPhoneTests {

    @ParameterizedTest
    @CsvSource({
        "77 00 77 00, DK, +4577007700",
        "+45 7700-7700, DK, +4577007700",
        "0045 77007700, DK, +4577007700",
        "040 123 4567, FI, +358401234567",
        "(+358) 40/1234567, DK, +358401234567",
        "912 34 567, NO, +4791234567"
    })
    void aNumberMayBeWrittenAsAtHome(String text, String country, String number) {
        assertThat(Phone.parse(text, country)).map(Phone::number).contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "123, DK",
        "'', DK",
        "77007700, ''",
        "77007700, XX",
        "1-800-FLOWERS, DK",
        "77007700;ext=5, DK",
        "++45, DK"
    })
    void whatIsNoNumberIsNone(String text, String country) {
        assertThat(Phone.parse(text, country)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+4577007701, +45 ••••••01", "+358401234567, +358 •••••••67", "+4791234567, +47 ••••••67"})
    void theHintIsTheCountryAndTwoDigits(String number, String hint) {
        assertThat(new Phone(number).hint().replace('\u00a0', ' ')).isEqualTo(hint);
    }
}
