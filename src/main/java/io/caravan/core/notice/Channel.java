package io.caravan.core.notice;

import java.util.Locale;

/** A way out to payers and providers. */
public enum Channel {
    PUSH,
    SMS,
    PSP,
    CARRIER,
    BANK;

    /** As written in queue names, settings and tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether notices take it; by the others providers are told of money. */
    public boolean leadsToPayers() {
        return switch (this) {
            case PUSH, SMS -> true;
            case PSP, CARRIER, BANK -> false;
        };
    }
}
