package io.caravan.usecase.order;

import io.caravan.core.order.Orders;
import io.caravan.core.order.ReceiptRequest;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.UUID;

/** Gives an order its receipt, once, whether there is a payment for it or not. */
public class AddReceipt {

    private final Orders orders;
    private final Clock businessTime;

    public AddReceipt(Orders orders, Clock businessTime) {
        this.orders = orders;
        this.businessTime = businessTime;
    }

    /**
     * @return the id of the receipt
     * @throws Problem RECEIPT_EXISTS
     */
    public UUID add(ReceiptRequest request) {
        var own = request.own();
        var id = UUID.randomUUID();
        if (!orders.add(own.unit().merchant(), own.order(), id, request.receipt(), businessTime.instant())) {
            throw Problem.of(ProblemCode.RECEIPT_EXISTS, own.order().text());
        }
        return id;
    }
}
