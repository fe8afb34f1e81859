package io.caravan.core.invoice;

import io.caravan.core.id.Uuids;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Names an invoice. Random, because whoever knows it may ask for the invoice's page. */
public record InvoiceId(UUID value) {

    public InvoiceId {
        Objects.requireNonNull(value);
    }

    public static InvoiceId random() {
        return new InvoiceId(UUID.randomUUID());
    }

    /** So many ids in the order in which databases keep them: rows that are stored in it cost less. */
    public static List<InvoiceId> random(int count) {
        return Stream.generate(InvoiceId::random)
                .limit(count)
                .sorted((one, other) -> compare(one.value, other.value))
                .toList();
    }

    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    /** The id written in this text; empty if the text is not a UUID in its 36-character form. */
    public static Optional<InvoiceId> parse(String text) {
        return Uuids.parse(text).map(InvoiceId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
