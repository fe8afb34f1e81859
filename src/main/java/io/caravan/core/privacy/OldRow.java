package io.caravan.core.privacy;

/** Rows that tell of people and are removed once they are old. */
public enum OldRow {
    /** Ended notices, with the phones to which they went. */
    NOTICE,
    /** How many invoices a phone got on a day. */
    DAILY_COUNT,
    /** What operators did. */
    ACT,
    /** Secrets that were replaced and are good no longer. */
    OLD_SECRET,
    /** Permissions to look at a profile. */
    PROFILE_CONSENT,
    /** Wishes to be forgotten that have been met. */
    ERASURE
}
