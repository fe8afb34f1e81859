package io.caravan.core.page;

import io.caravan.core.invoice.InvoiceId;
import java.util.Objects;

/**
 * The hosted page of an invoice. Its address is not stored: it follows from these three.
 *
 * @param version counts the links of this page from 1; a new one withdraws those before
 * @param key names the key that the link is made with
 */
public record Page(InvoiceId invoice, int version, String key) {

    public Page {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(key);
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
    }
}
