package io.caravan.usecase.page;

import io.caravan.core.page.HostedCardVisit;
import io.caravan.core.page.HostedPageState;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.PaymentMethod;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.ProviderPage;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import java.time.Clock;

/** Begins to pay a payment invoice on the page of the card acquirer. */
public class PayHostedByCard {

    private final PaymentInvoices invoices;
    private final Payments payments;
    private final Clock businessTime;

    public PayHostedByCard(PaymentInvoices invoices, Payments payments, Clock businessTime) {
        this.invoices = invoices;
        this.payments = payments;
        this.businessTime = businessTime;
    }

    /**
     * The reservation, which has yet to be sent to the acquirer; the one that was begun before, as long as it is open.
     *
     * @throws PageRefused UNKNOWN, or OUTDATED if it cannot be paid now, or not with a card
     */
    public OperationId begin(HostedCardVisit visit) {
        var found = invoices.find(visit.invoice()).orElseThrow(() -> new PageRefused(Reason.UNKNOWN));
        var payment = payments.lock(found.payment()).orElseThrow();
        var invoice = invoices.find(found.payment()).orElseThrow();
        var state = HostedPageState.of(invoice, payment, businessTime.instant());
        if (state != HostedPageState.OPEN || payment.method() != PaymentMethod.PROVIDER_PAGE) {
            throw new PageRefused(Reason.OUTDATED);
        }
        var begun = CardAttempts.of(payment.id(), payments).open();
        if (begun.isPresent()) {
            return begun.get().id();
        }
        var authorize = payment.authorize(ProviderPage.returningTo(visit.returnUrl()));
        payments.add(authorize, Payments.PATIENCE);
        return authorize.id();
    }
}
