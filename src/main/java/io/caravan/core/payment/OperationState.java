package io.caravan.core.payment;

import java.util.EnumSet;
import java.util.Set;

/** How far an operation has come. {@link #next()} is the only place that knows what may follow what. */
public enum OperationState {
    /** Written, and not yet given to the provider. */
    REQUESTED,
    /** On its way to the provider. */
    SENT,
    /** The provider waits for the payer, who may take some time or never come. */
    WAITING,
    /** The provider did it. */
    DONE,
    /** The provider said no. */
    REFUSED,
    /** Nobody here knows what the provider did: it must be asked. */
    UNKNOWN;

    public Set<OperationState> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(SENT, WAITING, DONE, REFUSED, UNKNOWN);
            case SENT -> EnumSet.of(WAITING, DONE, REFUSED, UNKNOWN);
            case WAITING -> EnumSet.of(DONE, REFUSED);
            case UNKNOWN -> EnumSet.of(SENT, WAITING, DONE, REFUSED);
            case DONE, REFUSED -> EnumSet.noneOf(OperationState.class);
        };
    }

    public boolean canBecome(OperationState target) {
        return next().contains(target);
    }

    /** Whether its amount counts as used although the outcome is open. */
    public boolean isOpen() {
        return switch (this) {
            case REQUESTED, SENT, WAITING, UNKNOWN -> true;
            case DONE, REFUSED -> false;
        };
    }
}
