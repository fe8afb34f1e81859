package io.caravan.usecase.pretransaction;

import io.caravan.core.page.PageRequest;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Payments;
import io.caravan.core.pretransaction.PaymentChoices;
import java.util.Optional;

/** Finds the acquirer's page from which somebody comes back to ours. */
public class FindCardSession {

    private final PaymentChoices choices;
    private final Payments payments;

    public FindCardSession(PaymentChoices choices, Payments payments) {
        this.choices = choices;
        this.payments = payments;
    }

    /** Empty if there is nothing to ask about any more. */
    public Optional<OperationId> find(PageRequest request) {
        return request.prompt()
                .flatMap(form -> choices.find(form.value()))
                .flatMap(payment -> payments.operations(payment).stream()
                        .filter(operation -> operation.kind() == OperationKind.AUTHORIZE
                                && operation.state() == OperationState.WAITING)
                        .map(Operation::id)
                        .findFirst());
    }
}
