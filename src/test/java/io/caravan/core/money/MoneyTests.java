package io.caravan.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTests {

    static final Currency DKK = Currency.getInstance("DKK");
    static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void anAmountIsKeptInMinorUnits() {
        assertThat(dkk("360.5").minor()).isEqualTo(36050);
        assertThat(dkk("360.5").amount()).isEqualTo(new BigDecimal("360.50"));
        assertThat(dkk("360.5")).hasToString("360.50 DKK");
        assertThat(Money.of(new BigDecimal("7"), Currency.getInstance("ISK")).minor())
                .isEqualTo(7);
    }

    @Test
    void aPartOfAMinorUnitIsNoAmount() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> dkk("0.001"));
    }

    @Test
    void anAmountThatIsTooLargeToCountIsNone() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> dkk("100000000000000000"));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Money(Long.MAX_VALUE, DKK).plus(new Money(1, DKK)));
    }

    @Test
    void amountsAddUp() {
        assertThat(dkk("1.10").plus(dkk("2.20"))).isEqualTo(dkk("3.30"));
        assertThat(dkk("1.10").minus(dkk("2.20"))).isEqualTo(dkk("-1.10"));
        assertThat(dkk("2.20").isMoreThan(dkk("1.10"))).isTrue();
        assertThat(dkk("2.20").isMoreThan(dkk("2.20"))).isFalse();
        assertThat(Money.zero(DKK).isPositive()).isFalse();
        assertThat(dkk("0.01").isPositive()).isTrue();
    }

    @Test
    void currenciesDoNotMix() {
        assertThatIllegalArgumentException().isThrownBy(() -> dkk("1").plus(Money.zero(EUR)));
        assertThatIllegalArgumentException().isThrownBy(() -> dkk("1").minus(Money.zero(EUR)));
        assertThatIllegalArgumentException().isThrownBy(() -> dkk("1").isMoreThan(Money.zero(EUR)));
    }

    private static Money dkk(String amount) {
        return Money.of(new BigDecimal(amount), DKK);
    }
}
