package io.caravan.usecase;

import static io.caravan.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.SaleWorld;
import io.caravan.core.dialect.Answer;
import io.caravan.core.event.EventType;
import io.caravan.core.money.Money;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Outcome;
import io.caravan.core.paymentrequest.AdjustmentRequest;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Captures, refunds and cancels of sales units, as the requests come. */
class AdjustmentTests {

    private SaleWorld sale;

    @ParameterizedTest
    @EnumSource
    void moneyIsCapturedAndRefundedInPartsAndTheRestReleased(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.approved();

        assertThat(text(sale.capture(reference, 10000, "c1"))).isEqualTo("10000 captured, 0 refunded, 0 cancelled");
        assertThat(text(sale.capture(reference, 5000, "c2"))).isEqualTo("15000 captured, 0 refunded, 0 cancelled");
        assertThat(text(sale.refund(reference, 4000, "r1"))).isEqualTo("15000 captured, 4000 refunded, 0 cancelled");
        assertThat(text(sale.cancel(reference))).isEqualTo("15000 captured, 4000 refunded, 21000 cancelled");

        assertThat(sale.history(reference))
                .containsExactly(
                        "PAYMENT_CREATED",
                        "PAYMENT_AUTHORIZED",
                        "PAYMENT_CAPTURED",
                        "PAYMENT_CAPTURED",
                        "PAYMENT_REFUNDED",
                        "PAYMENT_CANCELLED");
    }

    @ParameterizedTest
    @EnumSource
    void theSameRequestIsDoneOnceAndAnsweredTheSameWhateverHasHappenedSince(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.approved();
        var first = sale.capture(reference, 10000, "c1");
        sale.capture(reference, 5000, "c2");

        assertThat(sale.capture(reference, 10000, "c1")).isEqualTo(first);

        assertThat(sale.report(reference).payment().captured().minor()).isEqualTo(15000);
        assertRefused(ProblemCode.KEY_REUSED, () -> sale.capture(reference, 9999, "c1"));
        assertRefused(ProblemCode.KEY_REUSED, () -> sale.refund(reference, 10000, "c1"));
    }

    @ParameterizedTest
    @EnumSource
    void oneKeyCancelsManyPaymentsEachOnce(Database database) {
        sale = new SaleWorld(database);
        var one = sale.wish(OperationKind.CANCEL, sale.approved(), 0, "1");
        var other = sale.wish(OperationKind.CANCEL, sale.approved(), 0, "1");

        var first = sale.adjust(one, SaleWorld.done());

        assertThat(text(first)).endsWith("36000 cancelled");
        assertThat(text(sale.adjust(other, SaleWorld.done()))).endsWith("36000 cancelled");
        assertThat(sale.adjust(one, SaleWorld.done())).isEqualTo(first);
        var altered = sale.wish(OperationKind.CANCEL, one.own().reference(), 1, "1");
        assertRefused(ProblemCode.KEY_REUSED, () -> sale.adjust(altered, SaleWorld.done()));
    }

    @ParameterizedTest
    @EnumSource
    void whenNobodyKnowsTheSameKeyAnswersLater(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.approved();
        var wish = sale.wish(OperationKind.CAPTURE, reference, 10000, "c1");

        assertRefused(ProblemCode.OUTCOME_UNKNOWN, () -> sale.adjust(wish, Outcome.unknown("no answer")));
        assertRefused(ProblemCode.OUTCOME_UNKNOWN, () -> sale.adjust(wish, SaleWorld.done()));
        sale.world.realTime.advance(Duration.ofMinutes(1));
        sale.world
                .chaseOperations
                .chase()
                .forEach(asked -> sale.world.settleOperation.settle(
                        asked.operation().id(), asked.operation().fence(), SaleWorld.done()));

        assertThat(text(sale.adjust(wish, SaleWorld.done()))).startsWith("10000 captured");
        assertThat(sale.report(reference).moved(EventType.PAYMENT_CAPTURED).minor())
                .isEqualTo(10000);
    }

    @ParameterizedTest
    @EnumSource
    void whileTheFirstIsUnderWayTheSameRequestIsToldToComeAgain(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.approved();
        var wish = sale.wish(OperationKind.CAPTURE, reference, 10000, "c1");
        var begun = sale.requestAdjustment.request(wish);
        sale.world.sendOperation.send(begun.operation().orElseThrow());

        assertRefused(ProblemCode.KEY_IN_USE, () -> sale.adjust(wish, SaleWorld.done()));
    }

    @ParameterizedTest
    @EnumSource
    void whoDiesBeforeTheProviderIsToldLeavesTheRestToTheNextRequest(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.approved();
        var wish = sale.wish(OperationKind.CAPTURE, reference, 10000, "c1");
        sale.requestAdjustment.request(wish);

        assertThat(text(sale.adjust(wish, SaleWorld.done()))).startsWith("10000 captured");

        assertThat(sale.world.inTransaction(() -> sale.world.payments.operations(sale.id(reference))))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedMovesNothingAndIsRefusedAgain(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.approved();
        var wish = sale.wish(OperationKind.CAPTURE, reference, 10000, "c1");

        assertRefused(ProblemCode.CAPTURE_REFUSED, () -> sale.adjust(wish, Outcome.refused("refused")));
        assertRefused(ProblemCode.CAPTURE_REFUSED, () -> sale.adjust(wish, SaleWorld.done()));

        assertThat(text(sale.capture(reference, 36000, "c2"))).startsWith("36000 captured");
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsKeptUnderItsKey(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.created();
        var wish = sale.wish(OperationKind.CAPTURE, reference, 10000, "c1");
        assertRefused(ProblemCode.CAPTURE_TOO_EARLY, () -> sale.adjust(wish, SaleWorld.done()));
        var refusal = Answer.json(400, "too early".getBytes(StandardCharsets.UTF_8));
        sale.keepRefusal.keep(sale.world.merchant, wish.ownKey().orElseThrow(), refusal);

        sale.approve(reference);

        assertThat(sale.adjust(wish, SaleWorld.done())).isEqualTo(refusal);
        assertThat(sale.report(reference).payment().captured().isPositive()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalThatComesLateDoesNotHideWhatTheSameRequestHasBegunMeanwhile(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.created();
        var wish = sale.wish(OperationKind.CAPTURE, reference, 10000, "c1");
        assertRefused(ProblemCode.CAPTURE_TOO_EARLY, () -> sale.adjust(wish, SaleWorld.done()));
        sale.approve(reference);
        assertRefused(ProblemCode.OUTCOME_UNKNOWN, () -> sale.adjust(wish, Outcome.unknown("no answer")));

        var refusal = Answer.json(400, "too early".getBytes(StandardCharsets.UTF_8));
        assertRefused(
                ProblemCode.KEY_IN_USE,
                () -> sale.keepRefusal.keep(sale.world.merchant, wish.ownKey().orElseThrow(), refusal));

        sale.world.realTime.advance(Duration.ofMinutes(1));
        sale.world
                .chaseOperations
                .chase()
                .forEach(asked -> sale.world.settleOperation.settle(
                        asked.operation().id(), asked.operation().fence(), SaleWorld.done()));
        assertThat(text(sale.adjust(wish, SaleWorld.done()))).startsWith("10000 captured");
    }

    @ParameterizedTest
    @EnumSource
    void moneyIsNotMovedBeforeOrAfterItsTime(Database database) {
        sale = new SaleWorld(database);
        var early = sale.created();
        var reference = sale.approved();

        assertRefused(ProblemCode.CAPTURE_TOO_EARLY, () -> sale.capture(early, 1, "1"));
        assertRefused(ProblemCode.REFUND_TOO_EARLY, () -> sale.refund(early, 1, "2"));
        sale.capture(reference, 10000, "3");
        sale.world.businessTime.advance(Duration.ofDays(14).plusSeconds(1));
        assertRefused(ProblemCode.CAPTURE_TOO_LATE, () -> sale.capture(reference, 1, "4"));
        sale.refund(reference, 1, "5");
        sale.world.businessTime.advance(Duration.ofDays(352));
        assertRefused(ProblemCode.REFUND_TOO_LATE, () -> sale.refund(reference, 1, "6"));
    }

    @ParameterizedTest
    @EnumSource
    void noMoreIsMovedThanThereIs(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.approved();

        assertRefused(ProblemCode.CAPTURE_TOO_MUCH, () -> sale.capture(reference, 36001, "1"));
        assertRefused(ProblemCode.REFUND_TOO_MUCH, () -> sale.refund(reference, 1, "2"));
        sale.capture(reference, 36000, "3");
        assertRefused(ProblemCode.CAPTURED_ALREADY, () -> sale.capture(reference, 1, "4"));
        assertRefused(ProblemCode.CANCEL_AFTER_CAPTURE, () -> sale.cancel(reference));
        assertRefused(ProblemCode.REFUND_TOO_MUCH, () -> sale.refund(reference, 36001, "5"));
        sale.refund(reference, 36000, "6");
        assertRefused(ProblemCode.REFUNDED_ALREADY, () -> sale.refund(reference, 1, "7"));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasReleasedIsGone(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.approved();
        var onlyUnapproved = new AdjustmentRequest(
                sale.own(reference), OperationKind.CANCEL, Optional.empty(), true, Optional.empty(), done -> null);

        assertRefused(ProblemCode.CANCEL_AUTHORIZED, () -> sale.requestAdjustment.request(onlyUnapproved));
        sale.cancel(reference);

        assertRefused(ProblemCode.CAPTURE_AFTER_CANCEL, () -> sale.capture(reference, 1, "1"));
        assertRefused(ProblemCode.CANCEL_NOT_POSSIBLE, () -> sale.cancel(reference));
    }

    @ParameterizedTest
    @EnumSource
    void whatACaptureWasRefusedForAfterTheRestWasReleasedIsReleasedToo(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.approved();
        var capture = sale.requestAdjustment
                .request(sale.wish(OperationKind.CAPTURE, reference, 10000, "c1"))
                .operation()
                .orElseThrow();
        sale.provide(capture, Outcome.unknown("no answer"));
        assertThat(text(sale.cancel(reference))).endsWith("26000 cancelled");
        assertRefused(ProblemCode.CANCEL_NOT_POSSIBLE, () -> sale.cancel(reference));

        sale.world.settleOperation.settle(capture, 0, Outcome.refused("refused"));

        assertThat(text(sale.cancel(reference))).isEqualTo("0 captured, 0 refunded, 36000 cancelled");
        assertRefused(ProblemCode.CANCEL_NOT_POSSIBLE, () -> sale.cancel(reference));
    }

    @ParameterizedTest
    @EnumSource
    void otherMoneyAndOthersPaymentsAreRefused(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.approved();
        var other = new AdjustmentRequest(
                sale.own(reference),
                OperationKind.CAPTURE,
                Optional.of(new Money(1, Currency.getInstance("NOK"))),
                false,
                Optional.empty(),
                done -> null);

        assertRefused(ProblemCode.CURRENCY_NOT_OFFERED, () -> sale.requestAdjustment.request(other));
        assertRefused(
                ProblemCode.PAYMENT_UNKNOWN,
                () -> sale.capture(UUID.randomUUID().toString(), 1, "1"));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
