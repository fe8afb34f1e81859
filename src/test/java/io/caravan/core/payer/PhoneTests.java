package io.caravan.core.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTests {

    @ParameterizedTest
    @CsvSource({
        "+4577007700, +4577007700",
        "' +45 77 00 77 00 ', +4577007700",
        "+45\u00a077007700, +4577007700",
        "+35812345678, +35812345678",
        "+4748658141, +4748658141",
        "+358450000000, +358450000000"
    })
    void aPossibleNumberIsReadWithoutItsBlanks(String text, String number) {
        assertThat(Phone.parse(text)).contains(new Phone(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "77007700",
                "4577007700",
                "004577007700",
                "+45-77007700",
                "+45770077",
                "+45770077001",
                "+45GOFOOD12",
                "+4577007700x1",
                "+0577007700",
                "+999123456789",
                "+\u0664\u0665\u0667\u0667\u0660\u0660\u0667\u0667\u0660\u0660",
                "tel:+4577007700;ext=1"
            })
    void whatNobodyCanCallIsNoNumber(String text) {
        assertThat(Phone.parse(text)).isEmpty();
    }

    @Test
    void aNumberIsMaskedWhereverItIsPrinted() {
        assertThat(new Phone("+4577007701")).hasToString("*********01");
    }

    @Test
    void onlyE164IsANumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Phone("77007700"));
    }
}
