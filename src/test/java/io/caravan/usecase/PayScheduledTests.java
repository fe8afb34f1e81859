package io.caravan.usecase;

import static io.caravan.PaymentWorld.on;
import static io.caravan.usecase.Chosen.DAY;
import static io.caravan.usecase.Chosen.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A payer chooses a day; what happens on it. */
class PayScheduledTests {

    @ParameterizedTest
    @EnumSource
    void onItsDayTheInvoiceIsClaimedAndChargedOnce(Database database) {
        var chosen = new Chosen(database);

        assertThat(chosen.tickAt(MORNING.minusMillis(1))).isEmpty();
        var charge = chosen.onlyChargeAt(MORNING);

        assertThat(chosen.invoice().claim())
                .contains(chosen.world.paymentOf(charge).id());
        assertThat(chosen.world.operation(charge).state()).isEqualTo(OperationState.REQUESTED);
        assertThat(chosen.world.paymentOf(charge).card()).contains(chosen.payer.card());
        assertThat(chosen.tickAt(MORNING.plusSeconds(5))).isEmpty();
        chosen.settle(charge, Outcome.done("ch_1"));
        assertThat(chosen.invoice().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(chosen.invoiceHistory()).containsExactly("INVOICE_CREATED", "INVOICE_ACCEPTED", "INVOICE_PAID");
        assertThat(chosen.tickAt(MORNING.plus(Duration.ofDays(2)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Copenhagen, 2026-03-29, 2026-03-28T23:00:00Z",
        "Europe/Copenhagen, 2026-03-30, 2026-03-29T22:00:00Z",
        "Europe/Helsinki, 2026-03-29, 2026-03-28T22:00:00Z",
        "Europe/Helsinki, 2026-03-30, 2026-03-29T21:00:00Z"
    })
    void theDayIsThatOfTheMerchantsZoneAlsoWhenClocksChange(ZoneId zone, LocalDate day, Instant begin) {
        for (var database : Database.values()) {
            var world = new PaymentWorld(database);
            world.moveTo(zone);
            var chosen = new Chosen(world, day);

            assertThat(chosen.tickAt(begin.minusMillis(1))).isEmpty();
            chosen.onlyChargeAt(begin);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOutageOverMidnightDelaysThePaymentAndLosesNone(Database database) {
        var chosen = new Chosen(database);

        var charge = chosen.onlyChargeAt(MORNING.plus(Duration.ofHours(40)));
        chosen.settle(charge, Outcome.done("ch_1"));

        assertThat(chosen.invoice().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(chosen.invoice().paymentDate()).contains(DAY.plusDays(1));
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatJumpsAMonthLetsDuePaymentsBeTriedBeforeAnythingExpires(Database database) {
        var chosen = new Chosen(database);
        var other = chosen.world.anInvoiceFor(chosen.payer);
        chosen.world.businessTime.advance(Duration.ofDays(60));

        chosen.world.expireInvoices.expire();

        assertThat(chosen.invoice().status()).isEqualTo(InvoiceStatus.ACCEPTED);
        assertThat(chosen.world.invoice(other).status()).isEqualTo(InvoiceStatus.EXPIRED);
        var charge = chosen.onlyCharge();
        chosen.world.expireInvoices.expire();
        assertThat(chosen.invoice().status()).isEqualTo(InvoiceStatus.ACCEPTED);
        chosen.settle(charge, Outcome.refused("declined"));
        chosen.world.expireInvoices.expire();
        assertThat(chosen.invoice().status()).isEqualTo(InvoiceStatus.ACCEPTED);
        chosen.world.businessTime.advance(Duration.ofHours(4));
        chosen.settle(chosen.onlyCharge(), Outcome.refused("declined"));
        chosen.world.expireInvoices.expire();
        assertThat(chosen.invoice().status()).isEqualTo(InvoiceStatus.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource
    void whoChangesTheDayIsChargedOnTheNewOneOnly(Database database) {
        var chosen = new Chosen(database);

        chosen.world.scheduleInvoice.schedule(on(DAY.plusDays(1), chosen.payer, chosen.invoice));

        assertThat(chosen.tickAt(MORNING)).isEmpty();
        chosen.onlyChargeAt(MORNING.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @EnumSource
    void aClosedInvoiceIsNotCharged(Database database) {
        for (var closed : List.of(InvoiceStatus.CANCELED, InvoiceStatus.REJECTED, InvoiceStatus.PAID)) {
            var chosen = new Chosen(database);
            chosen.world.jdbc.update(
                    "update invoice set status = ? where id = ?", closed.name(), chosen.invoice.value());

            assertThat(chosen.tickAt(MORNING)).isEmpty();

            assertThat(chosen.isOpen()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPayerWhoWasBlockedMeanwhileIsNotCharged(Database database) {
        var chosen = new Chosen(database);
        chosen.world.jdbc.update(
                "update payer set blocked = true where id = ?",
                chosen.payer.id().value());

        assertThat(chosen.tickAt(MORNING)).isEmpty();

        assertThat(chosen.payments()).isZero();
        assertThat(chosen.invoice().claim()).isEmpty();
        assertThat(chosen.lastDetails()).containsEntry(Detail.REASON, "payer_unavailable");
    }

    @ParameterizedTest
    @EnumSource
    void manyAreTakenInBatches(Database database) {
        var chosen = new Chosen(database);
        for (int i = 0; i < 60; i++) {
            var one = chosen.world.anInvoiceFor(chosen.payer);
            chosen.world.scheduleInvoice.schedule(on(DAY, chosen.payer, one));
        }

        chosen.at(MORNING);
        assertThat(chosen.world.payScheduled.begin()).hasSize(50);
        assertThat(chosen.world.payScheduled.begin()).hasSize(11);
        assertThat(chosen.world.payScheduled.begin()).isEmpty();
    }
}
