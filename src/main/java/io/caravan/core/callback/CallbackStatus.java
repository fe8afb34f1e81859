package io.caravan.core.callback;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a callback has come, as its merchant sees it. */
public enum CallbackStatus {
    /** On its way, or waits to be. */
    PENDING,
    /** Kept, since there is no endpoint. */
    HELD,
    DELIVERED,
    /** Given up. */
    DEAD;

    public static CallbackStatus of(CallbackState state) {
        return switch (state) {
            case WAITING, APART, DELIVERING -> PENDING;
            case HELD -> HELD;
            case DELIVERED -> DELIVERED;
            case DEAD -> DEAD;
        };
    }

    /** Reads it, in any case. */
    public static Optional<CallbackStatus> parse(String text) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** As merchants read and write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The states that it stands for. */
    public Set<CallbackState> states() {
        return EnumSet.allOf(CallbackState.class).stream()
                .filter(state -> of(state) == this)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it can be sent again; what is pending is sent anyway. */
    public boolean canBeReplayed() {
        return this != PENDING;
    }
}
