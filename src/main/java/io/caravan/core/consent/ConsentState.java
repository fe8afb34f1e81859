package io.caravan.core.consent;

import java.util.EnumSet;
import java.util.Set;

/** What a payer has said to a consent. {@link #next()} is the only place that knows what may follow what. */
public enum ConsentState {
    /** Requested; the payer has not been asked, or has not answered. */
    PENDING,
    GRANTED,
    /** Not now: the payer may be asked again with another invoice. */
    DENIED;

    public Set<ConsentState> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(GRANTED, DENIED);
            case GRANTED, DENIED -> EnumSet.noneOf(ConsentState.class);
        };
    }

    public boolean isFinal() {
        return next().isEmpty();
    }
}
