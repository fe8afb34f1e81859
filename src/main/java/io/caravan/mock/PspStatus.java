package io.caravan.mock;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a payment stands with the acquirer. Stored cards are charged or not at once; sessions begin as open. */
enum PspStatus {
    /** The payer has the page. */
    OPEN,
    AUTHORIZED,
    DECLINED,
    ABANDONED,
    EXPIRED,
    CHARGED,
    EXPIRED_CARD;

    Set<PspStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(AUTHORIZED, DECLINED, ABANDONED, EXPIRED);
            case AUTHORIZED, DECLINED, ABANDONED, EXPIRED, CHARGED, EXPIRED_CARD -> EnumSet.noneOf(PspStatus.class);
        };
    }

    static PspStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
