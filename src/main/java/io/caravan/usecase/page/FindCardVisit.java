package io.caravan.usecase.page;

import io.caravan.core.page.PageRequest;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.PaymentRequests;
import java.util.Optional;

/** Finds the acquirer's page from which somebody comes back to the page of a payment. */
public class FindCardVisit {

    private final PaymentRequests requests;
    private final Payments payments;

    public FindCardVisit(PaymentRequests requests, Payments payments) {
        this.requests = requests;
        this.payments = payments;
    }

    /** Empty if there is nothing to ask about any more. */
    public Optional<OperationId> find(PageRequest asked) {
        return requests.find(asked.token()).flatMap(request -> payments.operations(request.payment()).stream()
                .filter(PaymentPageStates::isPageThatWaits)
                .map(Operation::id)
                .findFirst());
    }
}
