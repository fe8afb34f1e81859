package io.caravan.usecase.order;

import io.caravan.core.order.Category;
import io.caravan.core.order.Orders;
import io.caravan.core.order.OwnOrderNumber;
import java.util.List;

/** Lists the links of an order. */
public class ListCategories {

    private final Orders orders;

    public ListCategories(Orders orders) {
        this.orders = orders;
    }

    public List<Category> list(OwnOrderNumber own) {
        return orders.categories(own.unit().merchant(), own.unit().msn(), own.order());
    }
}
