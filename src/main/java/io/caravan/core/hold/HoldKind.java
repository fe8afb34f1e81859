package io.caravan.core.hold;

import java.util.Locale;

/** What can be held back. */
public enum HoldKind {
    /** A way to payers or providers, by the name of its {@code Channel}, as {@code push}. */
    CHANNEL,
    /** A merchant's endpoint, by its id. */
    ENDPOINT,
    /** A job, by the name of its trigger, as {@code expire}. */
    JOB;

    /** As written for people. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
