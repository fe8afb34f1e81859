package io.caravan.core.page;

import io.caravan.core.invoice.InvoiceId;
import java.util.Objects;
import java.util.UUID;

/**
 * The hosted page of an invoice. Its address is not stored: it follows from these three.
 *
 * @param version counts the links of this page from 1; a new one withdraws those before
 * @param key names the key that the link is made with
 */
public record Page(InvoiceId invoice, int version, String key) {

    private static final String SEPARATOR = ":";

    public Page {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(key);
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
    }

    /** The page that {@link #text()} has written. */
    public static Page parse(String text) {
        var parts = text.split(SEPARATOR, 3);
        return new Page(new InvoiceId(UUID.fromString(parts[0])), Integer.parseInt(parts[1]), parts[2]);
    }

    /** All that its address follows from, and nothing of the address. */
    public String text() {
        return invoice + SEPARATOR + version + SEPARATOR + key;
    }
}
