package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.now;
import static io.caravan.PaymentWorld.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.notice.NoticeState;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.store.Database;
import io.caravan.usecase.notice.ClaimNotice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A payer chooses a day; what happens on it. Due is 19 March 2026, the last day 18 April. */
class PayScheduledTests {

    private static final LocalDate DAY = TODAY.plusDays(3);
    /** The beginning of that day in Copenhagen. */
    private static final Instant MORNING = Instant.parse("2026-03-14T23:00:00Z");

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
    void aRefusedAttemptIsFollowedByASecondAfterAPauseAndNobodyIsTold(Database database) {
        var chosen = new Chosen(database);
        var first = chosen.onlyChargeAt(MORNING);

        chosen.settle(first, Outcome.refused("declined"));

        assertThat(chosen.invoice().claim()).isEmpty();
        assertThat(chosen.invoiceHistory()).containsExactly("INVOICE_CREATED", "INVOICE_ACCEPTED");
        assertThat(chosen.notices()).isEmpty();
        assertThat(chosen.tickAt(MORNING.plus(Duration.ofHours(4)).minusMillis(1)))
                .isEmpty();
        var second = chosen.onlyChargeAt(MORNING.plus(Duration.ofHours(4)));
        assertThat(chosen.world.paymentOf(second).id())
                .isNotEqualTo(chosen.world.paymentOf(first).id());
        chosen.settle(second, Outcome.done("ch_2"));
        assertThat(chosen.invoice().status()).isEqualTo(InvoiceStatus.PAID);
    }

    @ParameterizedTest
    @EnumSource
    void afterTwoRefusalsTheMerchantIsToldAndThePayerInTheMorning(Database database) {
        var chosen = new Chosen(database);
        chosen.refuse(2);

        assertThat(chosen.invoiceHistory()).containsExactly("INVOICE_CREATED", "INVOICE_ACCEPTED", "INVOICE_ACCEPTED");
        assertThat(chosen.lastDetails())
                .containsEntry(Detail.REASON, "declined")
                .containsEntry(Detail.PAYMENT_DATE, DAY.toString());
        assertThat(chosen.notices()).containsExactly(NoticeState.PLANNED);
        chosen.at(Instant.parse("2026-03-15T06:59:59Z"));
        chosen.world.releaseNotices.release();
        assertThat(chosen.notices()).containsExactly(NoticeState.PLANNED);
        chosen.at(Instant.parse("2026-03-15T07:00:00Z"));
        chosen.world.releaseNotices.release();
        assertThat(chosen.notices()).containsExactly(NoticeState.READY);
        assertThat(chosen.announced()).isTrue();
        assertThat(chosen.tickAt(MORNING.plus(Duration.ofDays(20)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoHasPaidByTheMorningIsNotToldOfAFailure(Database database) {
        var chosen = new Chosen(database);
        chosen.refuse(2);
        chosen.settle(chosen.world.startPayment.start(now(chosen.payer, chosen.invoice)), Outcome.done("ch_3"));

        chosen.at(Instant.parse("2026-03-15T07:00:00Z"));
        chosen.world.releaseNotices.release();

        assertThat(chosen.announced()).isFalse();
        assertThat(chosen.notices()).containsExactly(NoticeState.DROPPED);
    }

    @ParameterizedTest
    @EnumSource
    void whoHasChosenAnotherDayByTheMorningIsNotToldOfAFailure(Database database) {
        var chosen = new Chosen(database);
        chosen.refuse(2);
        chosen.world.scheduleInvoice.schedule(on(DAY.plusDays(2), chosen.payer, chosen.invoice));

        chosen.at(Instant.parse("2026-03-15T07:00:00Z"));
        chosen.world.releaseNotices.release();

        assertThat(chosen.announced()).isFalse();
        assertThat(chosen.notices()).containsExactly(NoticeState.DROPPED);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownOutcomeIsNoRefusal(Database database) {
        var chosen = new Chosen(database);
        var charge = chosen.onlyChargeAt(MORNING);

        chosen.settle(charge, Outcome.unknown("silence"));

        assertThat(chosen.tickAt(MORNING.plus(Duration.ofDays(60)))).isEmpty();
        chosen.world.expireInvoices.expire();
        assertThat(chosen.invoice().status()).isEqualTo(InvoiceStatus.ACCEPTED);
        chosen.settle(charge, Outcome.refused("declined"));
        chosen.onlyChargeAt(MORNING.plus(Duration.ofDays(60)).plus(Duration.ofHours(4)));
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
    void whoChoosesAnotherDayAfterARefusalHasTwoAttemptsOnThatDay(Database database) {
        var chosen = new Chosen(database);
        chosen.refuse(1);
        chosen.world.scheduleInvoice.schedule(on(DAY.plusDays(1), chosen.payer, chosen.invoice));

        assertThat(chosen.tickAt(MORNING.plus(Duration.ofHours(12)))).isEmpty();
        var later = chosen.onlyChargeAt(MORNING.plus(Duration.ofDays(1)));
        chosen.settle(later, Outcome.refused("declined"));

        chosen.onlyChargeAt(MORNING.plus(Duration.ofHours(28)));
    }

    /** As when the clock of the sandbox is set back: the day comes a second time. */
    @ParameterizedTest
    @EnumSource
    void noAttemptOfADayIsMadeTwice(Database database) {
        var chosen = new Chosen(database);
        chosen.refuse(1);
        chosen.world.jdbc.update(
                "update schedule set attempts = 0, due_at = on_day where invoice_id = ?", chosen.invoice.value());

        assertThat(chosen.tickAt(MORNING.plus(Duration.ofHours(6)))).isEmpty();

        assertThat(chosen.invoice().claim()).isEmpty();
        assertThat(chosen.payments()).isEqualTo(1);
        assertThat(chosen.isOpen()).isFalse();
        assertThat(chosen.lastDetails()).containsEntry(Detail.REASON, "already_attempted");
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

    /** An invoice that is accepted for a day. */
    private static final class Chosen {

        final PaymentWorld world;
        final Payer payer;
        final InvoiceId invoice;

        Chosen(Database database) {
            this(new PaymentWorld(database), DAY);
        }

        Chosen(PaymentWorld world, LocalDate day) {
            this.world = world;
            payer = world.aPayer();
            invoice = world.anInvoiceFor(payer);
            assertThat(world.scheduleInvoice.schedule(on(day, payer, invoice))).isPresent();
        }

        void at(Instant instant) {
            world.businessTime.moveTo(instant);
        }

        List<OperationId> tickAt(Instant instant) {
            at(instant);
            return world.payScheduled.begin();
        }

        OperationId onlyChargeAt(Instant instant) {
            at(instant);
            return onlyCharge();
        }

        OperationId onlyCharge() {
            var charges = world.payScheduled.begin();
            assertThat(charges).hasSize(1);
            return charges.get(0);
        }

        void settle(OperationId charge, Outcome outcome) {
            world.sendOperation.send(charge);
            world.settleOperation.settle(charge, 1, outcome);
        }

        /** As many attempts, on the day, four hours apart. */
        void refuse(int times) {
            for (int i = 0; i < times; i++) {
                settle(onlyChargeAt(MORNING.plus(Duration.ofHours(4L * i))), Outcome.refused("declined"));
            }
        }

        Invoice invoice() {
            return world.invoice(invoice);
        }

        boolean isOpen() {
            return world.inTransaction(() -> world.schedules.find(invoice))
                    .orElseThrow()
                    .isOpen();
        }

        List<String> invoiceHistory() {
            return world.historyOf(invoice.value());
        }

        Map<Detail, String> lastDetails() {
            var events = world.eventsOf(invoice.value());
            return events.get(events.size() - 1).details();
        }

        List<NoticeState> notices() {
            return world.jdbc.query(
                    "select state from notice where subject_id = ?",
                    (row, n) -> NoticeState.valueOf(row.getString("state")),
                    invoice.value());
        }

        /** Whether the only notice is worth sending when a consumer takes it. */
        boolean announced() {
            var id = world.jdbc.queryForObject(
                    "select id from notice where subject_id = ?", java.util.UUID.class, invoice.value());
            var claimNotice = new ClaimNotice(
                    world.notices,
                    world.invoices,
                    world.merchants,
                    world.schedules,
                    world.consents,
                    world.prompts,
                    world.preTransactions,
                    world.events,
                    world.findOffer,
                    world.businessTime);
            return world.inTransaction(() -> claimNotice.claim(id.toString())).isPresent();
        }

        int payments() {
            return world.jdbc.queryForObject(
                    "select count(*) from payment where invoice_id = ?", Integer.class, invoice.value());
        }
    }
}
