package io.caravan.core.paymentinvoice;

import java.time.Instant;
import java.util.Objects;

/** A place in a list of transfers that is ordered by time, provider and id, the newest first. */
public record TransferPlace(Instant at, String provider, String id) {

    /** Before all others. */
    public static final TransferPlace FIRST = new TransferPlace(Instant.parse("9999-01-01T00:00:00Z"), "", "");

    public TransferPlace {
        Objects.requireNonNull(at);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(id);
    }
}
