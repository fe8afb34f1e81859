package io.caravan.usecase.order;

import io.caravan.core.order.Category;
import io.caravan.core.order.Orders;
import io.caravan.core.order.OwnCategory;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Shows a sales unit one of its links. */
public class FindCategory {

    private final Orders orders;

    public FindCategory(Orders orders) {
        this.orders = orders;
    }

    /** @throws Problem CATEGORY_UNKNOWN */
    public Category find(OwnCategory own) {
        return orders.category(own.unit().merchant(), own.unit().msn(), own.id())
                .orElseThrow(() -> Problem.of(ProblemCode.CATEGORY_UNKNOWN, own.id()));
    }
}
