package io.caravan.dialect.mobilepay;

import io.caravan.core.invoice.BatchItem;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.json.Faults;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a batch item by item: what is wrong with one is wrong with no other. */
final class BatchReader {

    static final int MOST_ITEMS = 2000;

    /** Of one item; the answer is stored, and two thousand items may be wrong. */
    static final int MOST_FAULTS = 10;

    private BatchReader() {}

    /**
     * The items of this JSON array, in their order.
     *
     * @throws InvalidInput if it is no array, has no items or too many, or is not JSON to its end
     */
    static List<BatchItem> read(byte[] body, Merchant merchant, Delivery delivery) {
        var items = Json.items(body, MOST_ITEMS, value -> item(value, merchant, delivery));
        if (items.isEmpty()) {
            throw InvalidInput.of("", "must have at least one item");
        }
        return items;
    }

    private static BatchItem item(Object value, Merchant merchant, Delivery delivery) {
        if (!(value instanceof Map<?, ?> object)) {
            return new BatchItem.Unreadable(Optional.empty(), List.of(new Violation("", "must be a JSON object")));
        }
        try {
            return new BatchItem.Readable(InvoiceReader.read(object, merchant, delivery));
        } catch (InvalidInput invalid) {
            return new BatchItem.Unreadable(
                    invoiceNumber(object),
                    invalid.violations().stream().limit(MOST_FAULTS).toList());
        }
    }

    /** As the merchant sent it, unless that is no text to be repeated. */
    private static Optional<String> invoiceNumber(Map<?, ?> object) {
        return new Fields(object, new Faults()).text("InvoiceNumber");
    }
}
