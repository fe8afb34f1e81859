package io.caravan.mock;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What the acquirer can be told to do. */
enum PspKind {
    AUTHORIZE("ses_", "authorized", "declined"),
    CHARGE("psp_", "charged", "declined"),
    CAPTURE("cap_", "captured", "refused"),
    REFUND("ref_", "refunded", "refused"),
    CANCEL("can_", "cancelled", "refused");

    private final String prefix;
    private final String done;
    private final String undone;

    PspKind(String prefix, String done, String undone) {
        this.prefix = prefix;
        this.done = done;
        this.undone = undone;
    }

    static Optional<PspKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of an operation that has moved money. */
    String done() {
        return done;
    }

    /** The status of an operation that moved none. */
    String undone() {
        return undone;
    }

    String newId() {
        return prefix + UUID.randomUUID();
    }
}
