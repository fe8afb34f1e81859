package io.caravan.usecase.paymentrequest;

import io.caravan.core.money.Money;
import io.caravan.core.order.Category;
import io.caravan.core.order.OrderId;
import io.caravan.core.order.OrderReceipt;
import io.caravan.core.order.Orders;
import io.caravan.core.page.PageLinks;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.OfferedLine;
import io.caravan.core.paymentrequest.OfferedLink;
import io.caravan.core.paymentrequest.OfferedPayment;
import io.caravan.core.paymentrequest.PaymentRequest;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.salesunit.SalesUnits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks up a payment as its payer sees it, for use cases that run already. */
public class FindOffer {

    private final PaymentRequests requests;
    private final Payments payments;
    private final SalesUnits units;
    private final Orders orders;
    private final PageLinks pages;

    public FindOffer(PaymentRequests requests, Payments payments, SalesUnits units, Orders orders, PageLinks pages) {
        this.requests = requests;
        this.payments = payments;
        this.units = units;
        this.orders = orders;
        this.pages = pages;
    }

    /** The payment, which exists, with what is sold and where more about it can be read. */
    public OfferedPayment find(PaymentId id) {
        var request = requests.find(id).orElseThrow();
        var unit = units.find(request.merchant(), request.salesUnit()).orElseThrow();
        var order = OrderId.ofPayment(request.salesUnit(), request.reference());
        var categories = orders.categories(request.merchant(), request.salesUnit(), request.reference());
        var url = request.terms().receiptUrl();
        return new OfferedPayment(
                unit,
                request,
                payments.find(id).orElseThrow(),
                url.or(() -> categories.stream().findFirst().map(Category::url)),
                orders.receipt(request.merchant(), order)
                        .or(() -> request.terms().receipt())
                        .map(FindOffer::lines)
                        .orElse(List.of()),
                Stream.concat(
                                url
                                        .map(known -> new OfferedLink(Category.Kind.RECEIPT, known, Optional.empty()))
                                        .stream(),
                                categories.stream()
                                        .filter(category -> category.order().equals(order))
                                        .map(category -> link(request, category)))
                        .toList());
    }

    private static List<OfferedLine> lines(OrderReceipt receipt) {
        return receipt.lines().stream()
                .map(line -> new OfferedLine(
                        line.name(), new Money(line.isReturn() ? -line.total() : line.total(), receipt.currency())))
                .toList();
    }

    private OfferedLink link(PaymentRequest request, Category category) {
        var image = category.image().map(name -> pages.href(request.page()) + "/images/" + category.id());
        return new OfferedLink(category.kind(), category.url(), image);
    }
}
