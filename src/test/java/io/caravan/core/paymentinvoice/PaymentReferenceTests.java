package io.caravan.core.paymentinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caravan.core.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

    @Test
    void aKidEndsInTheCheckThatTheAgreementOfTheServiceHas() {
        assertThat(PaymentReference.of(kid(Map.of()), "6022").text()).isEqualTo("60228");
        assertThat(PaymentReference.of(kid(Map.of("check", "mod11")), "6").text())
                .isEqualTo("6-");
        assertThatIllegalArgumentException().isThrownBy(() -> PaymentReference.of(kid(Map.of("check", "mod12")), "6"));
    }

    private static Service kid(Map<String, String> details) {
        var nok = Currency.getInstance("NOK");
        return new Service(
                "no_kid_nok_invoice",
                "no_kid",
                Optional.empty(),
                ServiceKind.NO_KID,
                nok,
                new Money(100, nok),
                new Money(1000, nok),
                List.of(),
                List.of(),
                true,
                "bank",
                false,
                details);
    }
}
