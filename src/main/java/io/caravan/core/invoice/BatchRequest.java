package io.caravan.core.invoice;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.merchant.Merchant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A merchant's wish to have many invoices created.
 *
 * @param items at least one
 * @param key the merchant's idempotency key, if it sent one
 * @param answer writes what the merchant is told of the items, in their order
 */
public record BatchRequest(
        Merchant merchant,
        List<BatchItem> items,
        Optional<RequestKey> key,
        Function<List<BatchVerdict>, Answer> answer) {

    public BatchRequest {
        Objects.requireNonNull(merchant);
        items = List.copyOf(items);
        Objects.requireNonNull(key);
        Objects.requireNonNull(answer);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a batch without items");
        }
    }
}
