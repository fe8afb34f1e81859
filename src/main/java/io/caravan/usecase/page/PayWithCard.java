package io.caravan.usecase.page;

import io.caravan.core.page.CardVisit;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.ProviderPage;
import io.caravan.core.paymentrequest.PaymentRequests;
import java.time.Clock;

/** Begins to pay with any card, as somebody has chosen on the page of a payment. */
public class PayWithCard {

    private final PaymentRequests requests;
    private final Payments payments;
    private final Clock clock;

    public PayWithCard(PaymentRequests requests, Payments payments, Clock clock) {
        this.requests = requests;
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * The reservation, which has yet to be sent to the acquirer; the one that was begun before, as long as the acquirer
     * waits for the payer.
     *
     * @throws PageRefused UNKNOWN, or OUTDATED if it cannot be paid now, or not with any card
     */
    public OperationId begin(CardVisit visit) {
        var unlocked = requests.find(visit.token()).orElseThrow(() -> new PageRefused(Reason.UNKNOWN));
        var payment = payments.lock(unlocked.payment()).orElseThrow();
        var attempts = payments.operations(payment.id()).stream()
                .filter(operation -> operation.kind() == OperationKind.AUTHORIZE)
                .toList();
        var now = clock.instant();
        var state = new PaymentPageStates(payment, unlocked, attempts, now, now).open();
        var begun = attempts.stream()
                .filter(attempt -> attempt.page().isPresent() && attempt.state().isOpen())
                .map(Operation::id)
                .findFirst();
        if (begun.isPresent() && !state.isFinal()) {
            return begun.get();
        }
        if (!state.isPayable() || !unlocked.terms().card()) {
            throw new PageRefused(Reason.OUTDATED);
        }
        var authorize = payment.authorize(ProviderPage.returningTo(visit.returnUrl()));
        payments.add(authorize, Payments.PATIENCE);
        return authorize.id();
    }
}
