package io.caravan.usecase.page;

import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Payments;
import java.util.List;
import java.util.Optional;

/** The visits to the acquirer's page for a payment invoice, the oldest first. */
record CardAttempts(List<Operation> visits) {

    static CardAttempts of(PaymentId payment, Payments payments) {
        return new CardAttempts(payments.operations(payment).stream()
                .filter(operation -> operation.kind() == OperationKind.AUTHORIZE)
                .toList());
    }

    /** The one whose outcome is open, whether or not the payer is still there. */
    Optional<Operation> open() {
        return visits.stream().filter(visit -> visit.state().isOpen()).findFirst();
    }

    /** The one on whose page somebody is, as far as anybody knows. */
    Optional<Operation> away() {
        return visits.stream().filter(PaymentPageStates::isPageThatWaits).findFirst();
    }

    /** Whether the acquirer has not said yet where its page is: nobody can have paid there. */
    boolean isUnbegun() {
        return open().flatMap(Operation::page)
                .filter(page -> page.url().isEmpty())
                .isPresent();
    }

    /** Why the last one was refused. Who has only left the page was refused nothing. */
    Optional<String> refusal() {
        return visits.stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.state() == OperationState.REFUSED)
                .flatMap(Operation::reason)
                .filter(why -> !why.equals(Outcome.ABANDONED) && !why.equals(Outcome.EXPIRED));
    }
}
