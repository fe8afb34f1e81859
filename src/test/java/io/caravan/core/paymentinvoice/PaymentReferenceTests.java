package io.caravan.core.paymentinvoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentReferenceTests {

    @ParameterizedTest
    @CsvSource({
        "RF18 5390 0754 7034, RF18539007547034",
        "rf18539007547034, RF18539007547034",
        "00000000000000001112, 1112",
        "11 12, 1112",
        "p100387420489, P100387420489"
    })
    void howeverItIsWrittenItIsTheSame(String written, String shown) {
        assertThat(PaymentReference.key(written)).isEqualTo(new PaymentReference(shown).key());
    }
}
