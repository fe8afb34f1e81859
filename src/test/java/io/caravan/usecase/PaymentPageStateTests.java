package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.PaymentPageState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.store.Database;
import io.caravan.support.Race;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page of a payment shows while things happen to it. */
class PaymentPageStateTests {

    private static final Optional<URI> ACQUIRER = Optional.of(URI.create("https://acquirer.example/1"));

    @Test
    void whoWasAskedIsWaitedForFiveMinutesAndMayStillPayAfterThat() {
        var page = new PaymentPageWorld(Database.H2);
        var prompt = page.prompt(page.form());

        page.world.realTime.advance(Duration.ofMinutes(5));

        assertThat(page.state(prompt)).isEqualTo(PaymentPageState.TIMED_OUT);
        assertThat(page.state()).isEqualTo(PaymentPageState.OPEN);
    }

    @Test
    void aRefusedCardIsToldAndTheNextPromptWaitsAnew() {
        var page = new PaymentPageWorld(Database.H2);
        var prompt = page.prompt(page.form());
        var authorize = page.approve();
        assertThat(page.state(prompt)).isEqualTo(PaymentPageState.IN_PROGRESS);

        page.settle(authorize, Outcome.refused("expired_card"));

        assertThat(page.state(prompt)).isEqualTo(PaymentPageState.REFUSED);
        assertThat(page.page().refusal()).contains("expired_card");
        assertThat(page.state(page.prompt(page.form()))).isEqualTo(PaymentPageState.WAITING);
    }

    @Test
    void anApprovalEndsItForAllWhoLook() {
        var page = new PaymentPageWorld(Database.H2);
        var prompt = page.prompt(page.form());

        page.settle(page.approve(), Outcome.done("psp-1"));

        assertThat(page.state(prompt)).isEqualTo(PaymentPageState.AUTHORIZED);
        assertThat(page.state()).isEqualTo(PaymentPageState.AUTHORIZED);
        assertThat(refusal(page::abort)).isEqualTo(Reason.OUTDATED);
    }

    @Test
    void whenItsTimeIsOverItSaysSoBeforeTheJobHasCome() {
        var page = new PaymentPageWorld(Database.H2);

        page.world.businessTime.advance(Duration.ofMinutes(10));

        assertThat(page.state()).isEqualTo(PaymentPageState.EXPIRED);
        assertThat(page.page().left()).isZero();
        assertThat(refusal(page::payWithCard)).isEqualTo(Reason.OUTDATED);
    }

    @ParameterizedTest
    @EnumSource
    void manyWishesForACardLeadToOnePageOfTheAcquirer(Database database) throws Exception {
        var page = new PaymentPageWorld(database, false, true);

        Callable<Object> wish = page::payWithCard;
        var operations = Race.of(Collections.nCopies(4, wish));

        assertThat(operations).hasSize(4).containsOnly(operations.get(0));
    }

    @Test
    void whoLeavesTheAcquirersPageStartsOver() {
        var page = new PaymentPageWorld(Database.H2, false, true);
        var first = page.payWithCard();
        page.settle(first, Outcome.waiting("session-1", ACQUIRER));
        assertThat(page.state()).isEqualTo(PaymentPageState.OPEN);
        assertThat(page.payWithCard()).isEqualTo(first);

        page.settle(first, Outcome.refused(Outcome.ABANDONED));

        assertThat(page.state()).isEqualTo(PaymentPageState.OPEN);
        assertThat(page.payWithCard()).isNotEqualTo(first);
    }

    @Test
    void whoIsOnTheAcquirersPageCancelsThere() {
        var page = new PaymentPageWorld(Database.H2, false, true);
        var session = page.payWithCard();
        page.settle(session, Outcome.waiting("session-1", ACQUIRER));
        assertThat(page.page().away()).isTrue();
        assertThat(refusal(page::abort)).isEqualTo(Reason.OUTDATED);

        page.world.businessTime.advance(Duration.ofMinutes(10));
        assertThat(page.state()).isEqualTo(PaymentPageState.IN_PROGRESS);
        page.settle(session, Outcome.refused(Outcome.ABANDONED));

        assertThat(page.state()).isEqualTo(PaymentPageState.EXPIRED);
        assertThat(page.page().away()).isFalse();
        assertThat(refusal(page::abort)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void ofACancelAndAnApprovalAtOnceOneWins(Database database) throws Exception {
        var page = new PaymentPageWorld(database);

        var results = Race.of(java.util.List.of(
                (Callable<Object>) () -> refusal(page::abort),
                () -> page.world.inTransaction(() -> {
                    var locked = page.world.payments.lock(page.payment.id()).orElseThrow();
                    if (locked.status() != PaymentStatus.CREATED) {
                        return "closed";
                    }
                    var approved = locked.approvedBy(page.payer);
                    page.world.payments.update(approved);
                    page.world.payments.add(approved.authorizeCard(), Duration.ofSeconds(30));
                    return "approved";
                })));

        assertThat(results.get(1)).isIn("approved", "closed");
        assertThat(results.get(0)).isEqualTo(results.get(1).equals("closed") ? null : Reason.OUTDATED);
    }

    @Test
    void aPaymentByWalletHasNoCardForm() {
        var page = new PaymentPageWorld(Database.H2);

        assertThat(refusal(page::payWithCard)).isEqualTo(Reason.OUTDATED);
    }

    private static Reason refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        var refused = catchThrowableOfType(PageRefused.class, act);
        return refused == null ? null : refused.reason();
    }
}
