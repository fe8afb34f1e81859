package io.caravan.usecase.order;

import io.caravan.core.order.CategoryRequest;
import io.caravan.core.order.OrderImages;
import io.caravan.core.order.Orders;
import io.caravan.core.problem.Problem;
import java.time.Clock;
import java.util.UUID;

/** Gives an order one more link, whether there is a payment for it or not. */
public class AddCategory {

    private final Orders orders;
    private final OrderImages images;
    private final Clock businessTime;

    public AddCategory(Orders orders, OrderImages images, Clock businessTime) {
        this.orders = orders;
        this.images = images;
        this.businessTime = businessTime;
    }

    /**
     * @return the id of the link
     * @throws Problem IMAGE_UNKNOWN
     */
    public UUID add(CategoryRequest request) {
        PutCategory.checkImage(images, request);
        var made = request.made();
        orders.add(request.unit().merchant(), made, businessTime.instant());
        return made.id();
    }
}
