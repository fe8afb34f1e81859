package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.store.Database;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettleOperationTests {

    /** The fence of the first attempt. */
    private static final long FIRST = 1;

    @ParameterizedTest
    @EnumSource
    void aChargeThatIsDonePaysTheInvoice(Database database) {
        var paying = new Paying(database);

        paying.settle(Outcome.done("ch_1"));

        var invoice = paying.invoice();
        var payment = paying.world.paymentOf(paying.charge);
        assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(invoice.paymentDate()).contains(TODAY);
        assertThat(invoice.claim()).isEmpty();
        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(payment.captured()).isEqualTo(payment.amount());
        assertThat(paying.world.operation(paying.charge).providerReference()).contains("ch_1");
        assertThat(paying.invoiceHistory()).containsExactly("INVOICE_CREATED", "INVOICE_PAID");
        assertThat(paying.paymentHistory()).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED");
        assertThat(paying.lastOfInvoice().details())
                .containsEntry(Detail.PAYMENT_DATE, "2026-03-12")
                .containsEntry(Detail.PAYMENT, payment.id().toString());
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedChargeLeavesTheInvoiceAcceptedAndFreeForAnotherAttempt(Database database) {
        var paying = new Paying(database);

        paying.settle(Outcome.refused("declined"));

        assertThat(paying.invoice().status()).isEqualTo(InvoiceStatus.ACCEPTED);
        assertThat(paying.invoice().claim()).isEmpty();
        assertThat(paying.world.paymentOf(paying.charge).status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(paying.invoiceHistory()).containsExactly("INVOICE_CREATED", "INVOICE_ACCEPTED");
        assertThat(paying.paymentHistory()).containsExactly("PAYMENT_CREATED", "PAYMENT_FAILED");
        assertThat(paying.lastOfInvoice().details())
                .containsEntry(Detail.PAYMENT_DATE, "2026-03-12")
                .containsEntry(Detail.REASON, "declined")
                .containsKey(Detail.PAYMENT);

        var second = paying.again();
        second.settle(Outcome.done("ch_2"));

        assertThat(second.invoice().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(second.invoiceHistory()).containsExactly("INVOICE_CREATED", "INVOICE_ACCEPTED", "INVOICE_PAID");
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownOutcomeHoldsTheInvoiceUntilItIsKnown(Database database) {
        var paying = new Paying(database);

        paying.settle(Outcome.unknown("silence"));

        assertThat(paying.state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(paying.invoice().claim()).isPresent();
        assertThat(paying.invoiceHistory()).containsExactly("INVOICE_CREATED");

        paying.settle(Outcome.done("ch_1"));

        assertThat(paying.invoice().status()).isEqualTo(InvoiceStatus.PAID);
    }

    @ParameterizedTest
    @EnumSource
    void theSameOutcomeAgainChangesNothing(Database database) {
        var paying = new Paying(database);
        paying.settle(Outcome.done("ch_1"));
        var before = paying.everything();

        paying.settle(Outcome.done("ch_1"));
        paying.settle(Outcome.unknown("silence"));

        assertThat(paying.everything()).isEqualTo(before);
        assertThat(paying.world.sounded).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aStaleAttemptsSilenceChangesNothingAndItsDefiniteOutcomeIsTaken(Database database) {
        var paying = new Paying(database);
        paying.world.realTime.advance(Duration.ofMinutes(1));
        var chased = paying.world.chaseOperations.chase();
        assertThat(chased).extracting(taken -> taken.operation().id()).contains(paying.charge);
        paying.world.realTime.advance(Duration.ofMinutes(5));
        chased.forEach(paying.world.resendOperation::resend);
        assertThat(paying.state()).isEqualTo(OperationState.SENT);

        paying.settle(Outcome.unknown("silence"));

        assertThat(paying.state()).isEqualTo(OperationState.SENT);

        paying.settle(Outcome.done("ch_1"));

        assertThat(paying.state()).isEqualTo(OperationState.DONE);
        assertThat(paying.invoice().status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Nested
    class Alarms {

        @ParameterizedTest
        @EnumSource
        void theOppositeOfAKnownOutcomeRaisesOneAlarmAndMovesNothing(Database database) {
            var paying = new Paying(database);
            paying.settle(Outcome.done("ch_1"));
            var before = paying.everything();

            paying.settle(Outcome.refused("declined"));
            paying.settle(Outcome.refused("declined"));

            assertThat(paying.everything().subList(0, 2)).isEqualTo(before.subList(0, 2));
            assertThat(paying.world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.CONTRADICTION);
            assertThat(paying.world.alarmsOf(paying.charge))
                    .extracting(Alarm::what)
                    .containsExactly("written DONE (ch_1), now said REFUSED (declined)");
            assertThat(paying.paymentHistory())
                    .containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED", "PAYMENT_QUESTIONED");
        }

        @ParameterizedTest
        @EnumSource
        void moneyTakenAfterARefusalRaisesTheAlarmAndPaysNothing(Database database) {
            var paying = new Paying(database);
            paying.settle(Outcome.refused("declined"));

            paying.settle(Outcome.done("ch_1"));

            assertThat(paying.state()).isEqualTo(OperationState.REFUSED);
            assertThat(paying.invoice().status()).isEqualTo(InvoiceStatus.ACCEPTED);
            assertThat(paying.world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.CONTRADICTION);
        }

        @ParameterizedTest
        @EnumSource
        void anAnswerThatCannotBeTrueRaisesTheAlarmAndLeavesTheOutcomeUnknown(Database database) {
            var paying = new Paying(database);

            paying.settle(Outcome.doubtful("answer ch_1 speaks of another amount"));

            assertThat(paying.state()).isEqualTo(OperationState.UNKNOWN);
            assertThat(paying.invoice().claim()).isPresent();
            assertThat(paying.world.alarmsOf(paying.charge))
                    .extracting(Alarm::kind)
                    .containsExactly(Alarm.Kind.DOUBT);
            assertThat(paying.paymentHistory()).containsExactly("PAYMENT_CREATED", "PAYMENT_QUESTIONED");
        }

        /** A claim keeps this from happening; should anybody ever find a way around it, the money stays in sight. */
        @ParameterizedTest
        @EnumSource(
                names = {"CANCELED", "REJECTED", "EXPIRED", "PAID"},
                mode = EnumSource.Mode.INCLUDE)
        void moneyForAnInvoiceThatIsClosedIsGivenBackAndTheInvoiceStaysAsItIs(InvoiceStatus closed) {
            for (var database : Database.values()) {
                var paying = new Paying(database);
                paying.world.jdbc.update(
                        "update invoice set status = ?, claim = null where id = ?",
                        closed.name(),
                        paying.invoice.value());

                paying.settle(Outcome.done("ch_1"));

                assertThat(paying.invoice().status()).isEqualTo(closed);
                assertThat(paying.invoiceHistory()).containsExactly("INVOICE_CREATED");
                assertThat(paying.world.paymentOf(paying.charge).captured().minor())
                        .isEqualTo(36000);
                assertThat(paying.world.takeUnsent.take()).hasSize(1);
                assertThat(paying.world.sounded).isEmpty();
                assertThat(paying.paymentHistory()).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED");
            }
        }
    }

    /** A payer whose charge has been sent. */
    private static final class Paying {

        final PaymentWorld world;
        final Payer payer;
        final InvoiceId invoice;
        final OperationId charge;

        Paying(Database database) {
            world = new PaymentWorld(database);
            payer = world.aPayer();
            invoice = world.anInvoiceFor(payer);
            charge = begin();
        }

        private Paying(Paying earlier) {
            world = earlier.world;
            payer = earlier.payer;
            invoice = earlier.invoice;
            charge = begin();
        }

        Paying again() {
            return new Paying(this);
        }

        private OperationId begin() {
            var begun = world.startPayment.start(now(payer, invoice));
            assertThat(world.sendOperation.send(begun)).isPresent();
            return begun;
        }

        void settle(Outcome outcome) {
            world.settleOperation.settle(charge, FIRST, outcome);
        }

        OperationState state() {
            return world.operation(charge).state();
        }

        io.caravan.core.invoice.Invoice invoice() {
            return world.invoice(invoice);
        }

        List<String> invoiceHistory() {
            return world.historyOf(invoice.value());
        }

        List<String> paymentHistory() {
            return world.historyOf(world.paymentOf(charge).id().value());
        }

        Event lastOfInvoice() {
            var events = world.eventsOf(invoice.value());
            return events.get(events.size() - 1);
        }

        List<Object> everything() {
            return List.of(
                    invoice(), world.operation(charge), world.paymentOf(charge), invoiceHistory(), paymentHistory());
        }
    }
}
