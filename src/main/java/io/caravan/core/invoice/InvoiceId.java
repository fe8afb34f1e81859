package io.caravan.core.invoice;

import io.caravan.core.id.Uuids;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names an invoice. Random, because whoever knows it may ask for the invoice's page. */
public record InvoiceId(UUID value) {

    public InvoiceId {
        Objects.requireNonNull(value);
    }

    public static InvoiceId random() {
        return new InvoiceId(UUID.randomUUID());
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
