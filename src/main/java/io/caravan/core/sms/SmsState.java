package io.caravan.core.sms;

import java.util.EnumSet;
import java.util.Set;

/** How far an SMS has come. {@link #next()} is the only place that knows what may follow what. */
public enum SmsState {
    /** Its words are known; a gateway may have it or not. */
    WRITTEN,
    /** A gateway has it. */
    SENT,
    /** On the phone. */
    DELIVERED,
    /** Given up by a gateway. Another one that has it too may still bring it. */
    FAILED;

    public Set<SmsState> next() {
        return switch (this) {
            case WRITTEN -> EnumSet.of(SENT, DELIVERED, FAILED);
            case SENT -> EnumSet.of(DELIVERED, FAILED);
            case DELIVERED -> EnumSet.noneOf(SmsState.class);
            case FAILED -> EnumSet.of(DELIVERED);
        };
    }

    public boolean canBecome(SmsState state) {
        return next().contains(state);
    }
}
