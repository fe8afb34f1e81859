package io.caravan.usecase;

import static io.caravan.usecase.TransferWorld.newId;
import static io.caravan.usecase.TransferWorld.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.money.Money;
import io.caravan.core.payment.Outcome;
import io.caravan.core.paymentinvoice.BankQuestion;
import io.caravan.core.paymentinvoice.BankReport;
import io.caravan.core.paymentinvoice.BankReport.BankRefusal;
import io.caravan.core.paymentinvoice.ConfirmationDraft;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.RefundDraft;
import io.caravan.core.paymentinvoice.Refunding;
import io.caravan.core.paymentinvoice.TransferAssignment;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of payments whose money comes by itself. */
class PaymentInvoiceTests {

    private TransferWorld world;

    @ParameterizedTest
    @EnumSource
    void theSameRequestAgainIsTheSamePaymentAndAnotherUnderItsReferenceIsRefused(Database database) {
        world = new TransferWorld(database);
        var reference = Optional.of("order-" + UUID.randomUUID());
        var first = world.create.create(world.draft(reference, "a"));

        var again = world.create.create(world.draft(reference, "a"));
        var other = problem(() -> world.create.create(world.draft(reference, "b")));

        assertThat(first.again()).isFalse();
        assertThat(again.again()).isTrue();
        assertThat(again.invoice().id()).isEqualTo(first.invoice().id());
        assertThat(other).isEqualTo(ProblemCode.PAYMENT_EXISTS);
    }

    @ParameterizedTest
    @CsvSource({
        "H2, 1234, processed",
        "H2, 1300, processed",
        "H2, 1233, partially_processed",
        "POSTGRESQL, 1234, processed",
        "POSTGRESQL, 1300, processed",
        "POSTGRESQL, 1233, partially_processed"
    })
    void whatHasComeDecides(Database database, long cents, String status) {
        world = new TransferWorld(database);
        var invoice = world.created();

        world.hearBank.hear(transfer(newId(), invoice.reference().text(), cents));

        assertThat(world.status(invoice)).isEqualTo(status);
        assertThat(world.report(invoice).payment().captured().minor()).isEqualTo(cents);
    }

    @ParameterizedTest
    @EnumSource
    void theSameTransferCountsOnceHoweverItsReferenceIsWritten(Database database) {
        world = new TransferWorld(database);
        var invoice = world.created();
        var id = newId();
        var written = invoice.reference().text().toLowerCase(Locale.ROOT).replaceAll("(.{4})", "$1 ");

        world.hearBank.hear(transfer(id, written, 1234));
        world.hearBank.hear(transfer(id, written, 1234));

        assertThat(world.report(invoice).payment().captured().minor()).isEqualTo(1234);
        assertThat(world.report(invoice).events()).hasSize(2);
        assertThat(world.why(id)).isEmpty();
        assertThat(world.world.sounded).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTransferThatIsOtherMoneyThanBeforeRaisesTheAlarm(Database database) {
        world = new TransferWorld(database);
        var invoice = world.created();
        var id = newId();
        world.hearBank.hear(transfer(id, invoice.reference().text(), 1234));

        world.hearBank.hear(transfer(id, invoice.reference().text(), 1235));

        assertThat(world.report(invoice).payment().captured().minor()).isEqualTo(1234);
        assertThat(world.world.sounded).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatPaysNothingStaysInSight(Database database) {
        world = new TransferWorld(database);
        var paid = world.created();
        var late = world.created();
        var foreign = world.created();
        var ids = new String[] {newId(), newId(), newId(), newId()};
        world.hearBank.hear(transfer(newId(), paid.reference().text(), 1234));

        world.hearBank.hear(transfer(ids[0], paid.reference().text(), 1234));
        world.hearBank.hear(transfer(ids[1], "nobody knows this", 1234));
        world.hearBank.hear(transfer(ids[2], foreign.reference().text(), new Money(1234, Currency.getInstance("USD"))));
        world.world.businessTime.advance(Duration.ofDays(3));
        world.hearBank.hear(transfer(ids[3], late.reference().text(), 1234));

        assertThat(world.why(ids[0])).contains("the payment has been paid before");
        assertThat(world.why(ids[1])).contains("nobody has been told to quote this");
        assertThat(world.why(ids[2])).contains("the payment is in EUR");
        assertThat(world.why(ids[3])).contains("the time to pay was over");
        assertThat(world.report(paid).payment().captured().minor()).isEqualTo(1234);
        assertThat(world.status(foreign)).isEqualTo("process_pending");
    }

    @ParameterizedTest
    @EnumSource
    void anOperatorAssignsMoneyThatPaysNothingOnce(Database database) {
        world = new TransferWorld(database);
        var invoice = world.created();
        var other = world.created();
        var id = newId();
        world.hearBank.hear(transfer(id, "a wrong reference", 1234));

        world.assign.assign(new TransferAssignment("bank", id, invoice.id(), "ops"));
        var again = problem(() -> world.assign.assign(new TransferAssignment("bank", id, other.id(), "ops")));
        var unknown = problem(() -> world.assign.assign(new TransferAssignment("bank", "none", other.id(), "ops")));

        assertThat(world.status(invoice)).isEqualTo("processed");
        assertThat(world.why(id)).isEmpty();
        assertThat(again).isEqualTo(ProblemCode.TRANSFER_NOT_ASSIGNABLE);
        assertThat(unknown).isEqualTo(ProblemCode.TRANSFER_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void theBanksRefusalEndsThePaymentAndWhatCannotBeUnderstoodRaisesTheAlarm(Database database) {
        world = new TransferWorld(database);
        var invoice = world.created();

        world.hearBank.hear(refusal(invoice));
        world.hearBank.hear(refusal(invoice));
        world.hearBank.hear(BankReport.unreadable("gibberish " + UUID.randomUUID()));

        assertThat(world.status(invoice)).isEqualTo("process_failed");
        assertThat(world.report(invoice).invoice().reason()).contains("declined");
        assertThat(world.report(invoice).events()).hasSize(2);
        assertThat(world.world.sounded).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyPaysInTimeExpiresAndCannotBeConfirmed(Database database) {
        world = new TransferWorld(database);
        var invoice = world.created();
        world.world.businessTime.advance(Duration.ofDays(3));
        var before = problem(() -> confirm(invoice, "1"));

        while (world.expire.expire(100)) {}

        assertThat(before).isEqualTo(ProblemCode.PAYMENT_EXPIRED);
        assertThat(world.status(invoice)).isEqualTo("expired");
        assertThat(problem(() -> confirm(invoice, "1"))).isEqualTo(ProblemCode.PAYMENT_EXPIRED);
    }

    @ParameterizedTest
    @EnumSource
    void aConfirmationIsTakenOnceAndTheBankIsToldUntilItKnows(Database database) {
        world = new TransferWorld(database);
        var invoice = world.created();
        assertThatThrownBy(() -> confirm(invoice, "")).isInstanceOf(InvalidInput.class);

        confirm(invoice, "1");
        confirm(invoice, "1");

        assertThat(problem(() -> confirm(invoice, "2"))).isEqualTo(ProblemCode.CONFIRMED_OTHERWISE);
        assertThat(problem(() -> world.confirm.confirm(new ConfirmationDraft(PaymentInvoiceId.random(), Map.of()))))
                .isEqualTo(ProblemCode.PAYMENT_UNKNOWN);
        assertThat(world.status(invoice)).isEqualTo("process_pending");
        assertThat(untold(invoice)).isEqualTo(1);
        assertThat(untold(invoice)).isZero();
        world.world.realTime.advance(Duration.ofMinutes(1));
        assertThat(untold(invoice)).isEqualTo(1);
        world.hearBank.hear(transfer(newId(), invoice.reference().text(), 1234));
        assertThat(problem(() -> confirm(invoice, "1"))).isEqualTo(ProblemCode.PAYMENT_CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void theBankIsAskedNowAndThenAboutWhatIsOpen(Database database) {
        world = new TransferWorld(database);
        var invoice = world.created();
        assertThat(unasked(invoice)).isZero();

        world.world.realTime.advance(Duration.ofMinutes(11));

        assertThat(unasked(invoice)).isEqualTo(1);
        assertThat(unasked(invoice)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void noMoreIsGivenBackThanHasComeAndTheSameRequestIsOneRefund(Database database) {
        world = new TransferWorld(database);
        var invoice = world.created();
        assertThat(problem(() -> refund(invoice, "early", "1"))).isEqualTo(ProblemCode.AMOUNT_NOT_AVAILABLE);
        world.hearBank.hear(
                transfer("trf_of_" + invoice.id(), invoice.reference().text(), 1000));

        var first = refund(invoice, "first", "4.00");
        var again = refund(invoice, "first", "4.00");
        world.world.settleOperation.settle(first.operation(), 0, Outcome.done("brf_1"));

        assertThat(again.operation()).isEqualTo(first.operation());
        assertThat(again.again()).isTrue();
        assertThat(world.status(invoice)).isEqualTo("partially_refunded");
        assertThat(problem(() -> refund(invoice, "first", "4.01"))).isEqualTo(ProblemCode.PAYMENT_EXISTS);
        assertThat(problem(() -> refund(invoice, "second", "6.01"))).isEqualTo(ProblemCode.AMOUNT_NOT_AVAILABLE);
        var rest = refund(invoice, "third", "6.00");
        assertThat(problem(() -> refund(invoice, "fourth", "0.01"))).isEqualTo(ProblemCode.AMOUNT_NOT_AVAILABLE);
        world.world.settleOperation.settle(rest.operation(), 0, Outcome.done("brf_2"));
        assertThat(world.status(invoice)).isEqualTo("refunded");
    }

    private static BankReport refusal(PaymentInvoice invoice) {
        return new BankReport(
                Optional.empty(),
                Optional.of(new BankRefusal("bank", invoice.reference().text(), "declined")),
                "a refusal");
    }

    private Refunding refund(PaymentInvoice invoice, String reference, String amount) {
        return world.requestRefund.request(new RefundDraft(
                world.world.merchant,
                invoice.account(),
                invoice.id(),
                Optional.of(new BigDecimal(amount)),
                reference + invoice.id(),
                Optional.empty(),
                (amount + "0".repeat(64)).substring(0, 64)));
    }

    private void confirm(PaymentInvoice invoice, String number) {
        world.confirm.confirm(new ConfirmationDraft(invoice.id(), Map.of("confirm_number", number, "other", "x")));
    }

    private long untold(PaymentInvoice invoice) {
        return all(world.takeConfirmations::take, invoice);
    }

    private long unasked(PaymentInvoice invoice) {
        return all(world.takeUnasked::take, invoice);
    }

    /** How often it is among all that can be taken. */
    private static long all(Supplier<List<BankQuestion>> take, PaymentInvoice invoice) {
        long count = 0;
        for (var taken = take.get(); !taken.isEmpty(); taken = take.get()) {
            count += taken.stream()
                    .filter(question -> question.invoice().id().equals(invoice.id()))
                    .count();
        }
        return count;
    }

    private static ProblemCode problem(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call).code();
    }
}
