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
}
