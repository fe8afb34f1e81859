package io.caravan.usecase.order;

import io.caravan.core.order.CategoryRequest;
import io.caravan.core.order.OrderImages;
import io.caravan.core.order.Orders;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.UUID;

/** Gives an order a link in place of the one that it had, whether there is a payment for it or not. */
public class PutCategory {

    private final Orders orders;
    private final OrderImages images;
    private final Clock businessTime;

    public PutCategory(Orders orders, OrderImages images, Clock businessTime) {
        this.orders = orders;
        this.images = images;
        this.businessTime = businessTime;
    }

    /**
     * @return the id of the link
     * @throws Problem IMAGE_UNKNOWN
     */
    public UUID put(CategoryRequest request) {
        checkImage(images, request);
        var made = request.made();
        orders.put(request.unit().merchant(), made, businessTime.instant());
        return made.id();
    }

    static void checkImage(OrderImages images, CategoryRequest request) {
        var unit = request.unit();
        request.image().ifPresent(image -> {
            if (!images.has(unit.merchant(), unit.msn(), image)) {
                throw Problem.of(ProblemCode.IMAGE_UNKNOWN, image);
            }
        });
    }
}
