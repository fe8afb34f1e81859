package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.event.Event.Detail;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.ProviderPage;
import io.caravan.core.payment.SessionRequest;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows from visits to the provider's page, to the last instruction. */
class SessionOutcomeTests {

    @ParameterizedTest
    @EnumSource
    void anOpenPageClaimsNothing(Database database) {
        var visits = new Visits(database);

        var session = visits.open();

        assertThat(visits.world.invoice(visits.invoice).claim()).isEmpty();
        assertThat(visits.payment(session).status()).isEqualTo(PaymentStatus.CREATED);
        assertThat(visits.history(session)).containsExactly("PAYMENT_CREATED");
        assertThat(visits.world.operation(session).state()).isEqualTo(OperationState.WAITING);
        assertThat(visits.world.operation(session).page())
                .flatMap(ProviderPage::url)
                .contains(URI.create("https://psp.example/" + session));
    }

    @ParameterizedTest
    @EnumSource
    void theFirstAuthorizationClaimsTheInvoiceAndIsCaptured(Database database) {
        var visits = new Visits(database);

        var session = visits.authorized();

        var payment = visits.payment(session);
        assertThat(visits.world.invoice(visits.invoice).claim()).contains(payment.id());
        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(payment.captured().minor()).isZero();
        assertThat(visits.world.rung).hasValue(1);

        var followed = visits.followUp(false);

        assertThat(followed).extracting(Operation::kind).containsExactly(OperationKind.CAPTURE);
        assertThat(visits.payment(session).captured()).isEqualTo(payment.amount());
        assertThat(visits.world.invoice(visits.invoice).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(visits.history(session))
                .containsExactly("PAYMENT_CREATED", "PAYMENT_AUTHORIZED", "PAYMENT_CAPTURED");
        assertThat(visits.invoiceHistory()).containsExactly("INVOICE_CREATED", "INVOICE_PAID");
    }

    @ParameterizedTest
    @EnumSource
    void aSecondAuthorizationIsReleasedAndItsEventTellsWhy(Database database) {
        var visits = new Visits(database);
        var first = visits.open();
        var second = visits.open();
        visits.authorize(first);

        visits.authorize(second);

        assertThat(visits.operations(second)).containsExactly(OperationKind.AUTHORIZE, OperationKind.CANCEL);
        var events = visits.world.eventsOf(visits.payment(second).id().value());
        assertThat(events.get(1).details()).containsEntry(Detail.REASON, "the invoice is not claimed by this payment");

        visits.followUp(false);

        assertThat(visits.world.invoice(visits.invoice).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(visits.payment(first).captured())
                .isEqualTo(visits.payment(first).amount());
        assertThat(visits.payment(second).cancelled())
                .isEqualTo(visits.payment(second).amount());
        assertThat(visits.history(second))
                .containsExactly("PAYMENT_CREATED", "PAYMENT_AUTHORIZED", "PAYMENT_CANCELLED");
        assertThat(visits.world.sounded).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "H2, PAID", "H2, CANCELED", "H2, REJECTED", "H2, EXPIRED",
        "POSTGRESQL, PAID", "POSTGRESQL, CANCELED", "POSTGRESQL, REJECTED", "POSTGRESQL, EXPIRED"
    })
    void anAuthorizationForAClosedInvoiceIsReleased(Database database, InvoiceStatus closed) {
        var visits = new Visits(database);
        var session = visits.open();
        visits.close(closed.name());

        visits.authorize(session);
        visits.followUp(false);

        assertThat(visits.world.invoice(visits.invoice).status()).isEqualTo(closed);
        assertThat(visits.invoiceHistory()).containsExactly("INVOICE_CREATED");
        assertThat(visits.payment(session).cancelled())
                .isEqualTo(visits.payment(session).amount());
        var events = visits.world.eventsOf(visits.payment(session).id().value());
        assertThat(events.get(1).details()).containsEntry(Detail.REASON, "the invoice is " + closed);
    }

    @ParameterizedTest
    @CsvSource({
        "H2, abandoned, ABORTED", "H2, expired, EXPIRED", "H2, declined, FAILED",
        "POSTGRESQL, abandoned, ABORTED", "POSTGRESQL, expired, EXPIRED", "POSTGRESQL, declined, FAILED"
    })
    void aPageOnWhichNobodyPaysEndsItsPaymentAndNothingElse(Database database, String reason, PaymentStatus end) {
        var visits = new Visits(database);
        var session = visits.open();

        visits.settle(session, Outcome.refused(reason));

        assertThat(visits.payment(session).status()).isEqualTo(end);
        assertThat(visits.history(session)).containsExactly("PAYMENT_CREATED", "PAYMENT_" + end);
        assertThat(visits.invoiceHistory()).containsExactly("INVOICE_CREATED");
        assertThat(visits.world.invoice(visits.invoice).status()).isEqualTo(InvoiceStatus.CREATED);
        assertThat(visits.world.takeUnsent.take()).isEmpty();
        assertThat(visits.world.sounded).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedCaptureFreesTheInvoiceReleasesTheReservationAndRaisesTheAlarm(Database database) {
        var visits = new Visits(database);
        var session = visits.authorized();

        visits.followUp(true);

        assertThat(visits.world.invoice(visits.invoice).status()).isEqualTo(InvoiceStatus.ACCEPTED);
        assertThat(visits.world.invoice(visits.invoice).claim()).isEmpty();
        assertThat(visits.world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.REFUSAL);

        var released = visits.followUp(false);

        assertThat(released).extracting(Operation::kind).containsExactly(OperationKind.CANCEL);
        assertThat(visits.history(session))
                .containsExactly("PAYMENT_CREATED", "PAYMENT_AUTHORIZED", "PAYMENT_QUESTIONED", "PAYMENT_CANCELLED");
    }

    @ParameterizedTest
    @EnumSource
    void aReservationThatIsNotReleasedRaisesTheAlarm(Database database) {
        var visits = new Visits(database);
        var session = visits.open();
        visits.close("CANCELED");
        visits.authorize(session);

        visits.followUp(true);

        assertThat(visits.world.sounded)
                .extracting(Alarm::what)
                .containsExactly("CANCEL of 360.00 DKK was refused: refused");
        assertThat(visits.payment(session).cancelled().minor()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whileACaptureIsUnknownNobodyElsePays(Database database) {
        var visits = new Visits(database);
        var session = visits.authorized();
        var capture = visits.world.takeUnsent.take().get(0);
        visits.world.sendOperation.send(capture);

        visits.settle(capture, Outcome.unknown("silence"));

        assertThat(visits.world.invoice(visits.invoice).claim())
                .contains(visits.payment(session).id());
        assertProblem(visits, ProblemCode.PAYMENT_IN_PROGRESS);

        visits.settle(capture, Outcome.done("cap_1"));

        assertThat(visits.world.invoice(visits.invoice).status()).isEqualTo(InvoiceStatus.PAID);
        assertProblem(visits, ProblemCode.INVOICE_ALREADY_PAID);
    }

    @ParameterizedTest
    @EnumSource
    void anAuthorizationAfterTheEndRaisesTheAlarmAndMovesNothing(Database database) {
        var visits = new Visits(database);
        var session = visits.open();
        visits.settle(session, Outcome.refused(Outcome.EXPIRED));

        visits.authorize(session);

        assertThat(visits.payment(session).status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(visits.world.invoice(visits.invoice).claim()).isEmpty();
        assertThat(visits.operations(session)).containsExactly(OperationKind.AUTHORIZE);
        assertThat(visits.world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.CONTRADICTION);
    }

    @ParameterizedTest
    @EnumSource
    void aPayerWhoComesBackIsAskedAboutAtOnce(Database database) {
        var visits = new Visits(database);
        var session = visits.open();

        assertThat(visits.world.askAboutSession.ask(session)).isPresent();
        visits.authorize(session);

        assertThat(visits.world.askAboutSession.ask(session)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CANCELED, INVOICE_CLOSED", "EXPIRED, INVOICE_CLOSED", "PAID, INVOICE_ALREADY_PAID"})
    void noPageIsOpenedForAnInvoiceThatIsClosed(String status, ProblemCode expected) {
        var visits = new Visits(Database.H2);
        visits.close(status);

        assertProblem(visits, expected);
    }

    private static void assertProblem(Visits visits, ProblemCode expected) {
        var request = new SessionRequest(visits.invoice, Optional.empty(), URI.create("https://shop.example/back"));
        assertThatThrownBy(() -> visits.world.startSession.start(request))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(expected));
    }
}
