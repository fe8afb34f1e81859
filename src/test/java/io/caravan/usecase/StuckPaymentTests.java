package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.SaleWorld;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.store.Database;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payment that makes a job fail holds up no other. */
class StuckPaymentTests {

    private SaleWorld sale;
    private String stuck;
    private PaymentId id;

    @ParameterizedTest
    @EnumSource
    void aPaymentThatCannotExpireIsSetAsideWithAnAlarmAndTriedLater(Database database) {
        sale = new SaleWorld(database);
        var references = Stream.generate(() -> sale.created()).limit(5).toList();
        stuck = references.get(2);
        id = sale.id(stuck);
        spoil();
        sale.world.businessTime.advance(Duration.ofMinutes(10));

        while (sale.expirePayments.expire()) {
            assertThat(sale.world.sounded).hasSizeLessThan(2);
        }

        assertThat(references)
                .filteredOn(one -> !one.equals(stuck))
                .allSatisfy(one -> assertThat(sale.report(one).status()).isEqualTo(PaymentStatus.EXPIRED));
        assertThat(sale.world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.STUCK);
        assertThat(sale.world.sounded.get(0).what()).contains(id.toString());
        mend();
        assertThat(sale.report(stuck).status()).isEqualTo(PaymentStatus.CREATED);
        sale.world.businessTime.advance(Duration.ofHours(1));
        sale.expirePayments.expire();
        assertThat(sale.report(stuck).status()).isEqualTo(PaymentStatus.EXPIRED);
    }

    private void spoil() {
        sale.world.jdbc.update("update payment set currency = 'XQX' where id = ?", id.value());
    }

    @AfterEach
    void mend() {
        sale.world.jdbc.update("update payment set currency = 'DKK' where id = ?", id.value());
    }
}
