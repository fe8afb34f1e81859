package io.caravan.usecase.paymentrequest;

import io.caravan.core.order.Category;
import io.caravan.core.order.Orders;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.OfferedPayment;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.salesunit.SalesUnits;

/** Looks up a payment as its payer sees it, for use cases that run already. */
public class FindOffer {

    private final PaymentRequests requests;
    private final Payments payments;
    private final SalesUnits units;
    private final Orders orders;

    public FindOffer(PaymentRequests requests, Payments payments, SalesUnits units, Orders orders) {
        this.requests = requests;
        this.payments = payments;
        this.units = units;
        this.orders = orders;
    }

    /** The payment, which exists, and where more about it can be read. */
    public OfferedPayment find(PaymentId id) {
        var request = requests.find(id).orElseThrow();
        var unit = units.find(request.merchant(), request.salesUnit()).orElseThrow();
        var details = request.terms()
                .receiptUrl()
                .or(() -> orders.categories(request.merchant(), request.salesUnit(), request.reference()).stream()
                        .findFirst()
                        .map(Category::url));
        return new OfferedPayment(unit, request, payments.find(id).orElseThrow(), details);
    }
}
