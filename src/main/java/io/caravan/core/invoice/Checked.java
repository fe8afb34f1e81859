package io.caravan.core.invoice;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An item of a batch after its check.
 *
 * @param invoice created or invalid
 * @param fingerprint of its draft, if it was created
 * @param expiresAt when it expires, if it was created
 */
public record Checked(Invoice invoice, Optional<byte[]> fingerprint, Optional<Instant> expiresAt) {

    public Checked {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(expiresAt);
    }
}
