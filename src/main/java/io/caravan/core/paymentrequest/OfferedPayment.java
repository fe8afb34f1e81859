package io.caravan.core.paymentrequest;

import io.caravan.core.payment.Payment;
import io.caravan.core.salesunit.SalesUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment as its payer sees it.
 *
 * @param details where the payer can read what is sold
 * @param lines of the receipt, if there is one
 * @param links all that lead to more about what is sold
 */
public record OfferedPayment(
        SalesUnit unit,
        PaymentRequest request,
        Payment payment,
        Optional<String> details,
        List<OfferedLine> lines,
        List<OfferedLink> links) {

    public OfferedPayment {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(request);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(details);
        lines = List.copyOf(lines);
        links = List.copyOf(links);
    }
}
