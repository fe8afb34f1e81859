package io.caravan.usecase.page;

import io.caravan.core.merchant.Merchants;
import io.caravan.core.order.OrderId;
import io.caravan.core.order.Orders;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRequest;
import io.caravan.core.page.ShownPayment;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.prompt.PaymentPrompts;
import io.caravan.core.salesunit.SalesUnits;
import java.time.Clock;

/** Finds what the page of a payment shows. It changes nothing. */
public class ShowPaymentPage {

    private final PaymentRequests requests;
    private final Payments payments;
    private final Merchants merchants;
    private final SalesUnits units;
    private final Orders orders;
    private final PaymentPrompts prompts;
    private final Clock businessTime;
    private final Clock realTime;

    public ShowPaymentPage(
            PaymentRequests requests,
            Payments payments,
            Merchants merchants,
            SalesUnits units,
            Orders orders,
            PaymentPrompts prompts,
            Clock businessTime,
            Clock realTime) {
        this.requests = requests;
        this.payments = payments;
        this.merchants = merchants;
        this.units = units;
        this.orders = orders;
        this.prompts = prompts;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /**
     * The page; with a prompt, as somebody sees it who made that. A prompt of another page, or one that is forgotten,
     * counts as none.
     *
     * @throws PageRefused UNKNOWN if the token opens no page
     */
    public ShownPayment show(PageRequest asked) {
        var request = requests.find(asked.token()).orElseThrow(() -> new PageRefused(PageRefused.Reason.UNKNOWN));
        var payment = payments.find(request.payment()).orElseThrow();
        var attempts = payments.operations(payment.id()).stream()
                .filter(operation -> operation.kind() == OperationKind.AUTHORIZE)
                .toList();
        var prompt = asked.prompt().flatMap(prompts::find).filter(made -> made.payment()
                .equals(payment.id()));
        var states = new PaymentPageStates(payment, request, attempts, businessTime.instant(), realTime.instant());
        var order = OrderId.ofPayment(request.salesUnit(), request.reference());
        return new ShownPayment(
                asked.token(),
                prompt.map(states::to).orElseGet(states::open),
                merchants.find(request.merchant()).orElseThrow(),
                units.find(request.merchant(), request.salesUnit()).orElseThrow(),
                request,
                payment,
                attempts.size(),
                states.isAway(),
                states.refusal().flatMap(Operation::reason),
                prompt,
                orders.receipt(request.merchant(), order),
                orders.categories(request.merchant(), order),
                states.businessNow(),
                states.now());
    }
}
