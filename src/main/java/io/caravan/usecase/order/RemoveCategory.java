package io.caravan.usecase.order;

import io.caravan.core.order.Orders;
import io.caravan.core.order.OwnCategory;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Takes a link of a sales unit away. */
public class RemoveCategory {

    private final Orders orders;

    public RemoveCategory(Orders orders) {
        this.orders = orders;
    }

    /** @throws Problem CATEGORY_UNKNOWN */
    public void remove(OwnCategory own) {
        if (!orders.remove(own.unit().merchant(), own.unit().msn(), own.id())) {
            throw Problem.of(ProblemCode.CATEGORY_UNKNOWN, own.id());
        }
    }
}
