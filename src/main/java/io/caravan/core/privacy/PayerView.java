package io.caravan.core.privacy;

import io.caravan.core.payer.Phone;
import java.util.List;
import java.util.Objects;

/** How much is known of a payer. */
public record PayerView(Phone phone, List<Holding> holdings) {

    public PayerView {
        Objects.requireNonNull(phone);
        holdings = List.copyOf(holdings);
    }

    public boolean isEmpty() {
        return holdings.stream().allMatch(holding -> holding.count() == 0);
    }
}
