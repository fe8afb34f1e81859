package io.caravan.core.privacy;

import io.caravan.core.payer.Phone;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** All that is known of a payer, at a time. */
public record PayerFile(Phone phone, Instant at, List<HeldRows> held) {

    public PayerFile {
        Objects.requireNonNull(phone);
        Objects.requireNonNull(at);
        held = List.copyOf(held);
    }
}
