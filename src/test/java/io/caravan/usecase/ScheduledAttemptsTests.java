package io.caravan.usecase;

import static io.caravan.PaymentWorld.now;
import static io.caravan.PaymentWorld.on;
import static io.caravan.usecase.Chosen.DAY;
import static io.caravan.usecase.Chosen.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.event.Event.Detail;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.notice.NoticeState;
import io.caravan.core.payment.Outcome;
import io.caravan.store.Database;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payment on a chosen day that is refused: when it is tried again, and who is told. */
class ScheduledAttemptsTests {

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
}
