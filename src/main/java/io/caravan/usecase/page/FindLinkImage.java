package io.caravan.usecase.page;

import io.caravan.core.order.Category;
import io.caravan.core.order.OrderId;
import io.caravan.core.order.OrderImage;
import io.caravan.core.order.OrderImages;
import io.caravan.core.order.Orders;
import io.caravan.core.page.ImageVisit;
import io.caravan.core.page.PageRefused;
import io.caravan.core.paymentrequest.PaymentRequests;

/** Finds the picture beside a link on the page of a payment. It changes nothing. */
public class FindLinkImage {

    private final PaymentRequests requests;
    private final Orders orders;
    private final OrderImages images;

    public FindLinkImage(PaymentRequests requests, Orders orders, OrderImages images) {
        this.requests = requests;
        this.orders = orders;
        this.images = images;
    }

    /** @throws PageRefused UNKNOWN if the token opens no page, or the page has no such link with a picture */
    public OrderImage find(ImageVisit asked) {
        return requests.find(asked.token())
                .flatMap(request -> orders.category(request.merchant(), request.salesUnit(), asked.link())
                        .filter(link ->
                                link.order().equals(OrderId.ofPayment(request.salesUnit(), request.reference())))
                        .flatMap(Category::image)
                        .flatMap(name -> images.find(request.merchant(), request.salesUnit(), name)))
                .orElseThrow(() -> new PageRefused(PageRefused.Reason.UNKNOWN));
    }
}
