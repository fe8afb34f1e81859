package io.caravan.usecase.order;

import io.caravan.core.order.OrderDetails;
import io.caravan.core.order.Orders;
import io.caravan.core.order.OwnOrder;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Shows a sales unit what it tells payers of an order. */
public class FindOrder {

    private final Orders orders;

    public FindOrder(Orders orders) {
        this.orders = orders;
    }

    /** @throws Problem ORDER_UNKNOWN if it tells nothing */
    public OrderDetails find(OwnOrder own) {
        var merchant = own.unit().merchant();
        var category = orders.categories(merchant, own.order()).stream().findFirst();
        var receipt = orders.receipt(merchant, own.order());
        if (category.isEmpty() && receipt.isEmpty()) {
            throw Problem.of(ProblemCode.ORDER_UNKNOWN, own.order().text());
        }
        return new OrderDetails(category, receipt);
    }
}
