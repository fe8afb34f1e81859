package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.Alarm;
import io.caravan.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An invoice of which something is due that fails each time, among others that are well. */
class StuckInvoiceTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private PaymentWorld world;
    private Payer payer;
    private List<InvoiceId> invoices;
    private InvoiceId stuck;

    @ParameterizedTest
    @EnumSource
    void aPaymentThatCannotBeBegunIsSetAsideWithAnAlarmAndTriedLater(Database database) {
        prepare(database);
        accepted();
        spoil();
        world.businessTime.advance(Duration.ofDays(3));

        assertThat(world.payScheduled.begin()).hasSize(invoices.size() - 1);

        assertThat(world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.STUCK);
        assertThat(world.sounded.get(0).what()).contains(stuck.toString());
        mend();
        assertThat(world.payScheduled.begin()).isEmpty();
        world.businessTime.advance(HOUR);
        assertThat(world.payScheduled.begin()).hasSize(1);
        assertThat(world.invoice(stuck).claim()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentThatFailsAgainAndAgainSoundsOneAlarmAndItsInvoiceDoesNotExpire(Database database) {
        prepare(database);
        accepted();
        spoil();

        for (int day = 0; day < 40; day += 5) {
            world.businessTime.advance(Duration.ofDays(5));
            world.payScheduled.begin();
        }
        world.expireInvoices.expire();

        assertThat(world.sounded).hasSize(1);
        mend();
        assertThat(world.invoice(stuck).status()).isEqualTo(InvoiceStatus.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource
    void anInvoiceThatCannotExpireIsSetAsideWithAnAlarmAndTriedLater(Database database) {
        prepare(database);
        spoil();
        world.businessTime.advance(Duration.ofDays(60));

        while (world.expireInvoices.expire()) {
            assertThat(world.sounded).hasSizeLessThan(2);
        }

        assertThat(invoices)
                .filteredOn(one -> !one.equals(stuck))
                .allSatisfy(one -> assertThat(world.invoice(one).status()).isEqualTo(InvoiceStatus.EXPIRED));
        assertThat(world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.STUCK);
        mend();
        assertThat(world.invoice(stuck).status()).isEqualTo(InvoiceStatus.CREATED);
        world.businessTime.advance(HOUR);
        world.expireInvoices.expire();
        assertThat(world.invoice(stuck).status()).isEqualTo(InvoiceStatus.EXPIRED);
    }

    private void prepare(Database database) {
        world = new PaymentWorld(database);
        payer = world.aPayer();
        invoices = Stream.generate(() -> world.anInvoiceFor(payer)).limit(5).toList();
        stuck = invoices.get(2);
    }

    private void accepted() {
        invoices.forEach(one -> world.scheduleInvoice.schedule(on(TODAY.plusDays(3), payer, one)));
    }

    /** Nobody can read it any more. */
    private void spoil() {
        world.jdbc.update("update invoice set dialect = 'LATIN' where id = ?", stuck.value());
    }

    @AfterEach
    void mend() {
        world.jdbc.update("update invoice set dialect = 'MOBILEPAY' where id = ?", stuck.value());
    }
}
