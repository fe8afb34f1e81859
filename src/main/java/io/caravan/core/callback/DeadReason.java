package io.caravan.core.callback;

/** Why a callback was given up. */
public enum DeadReason {
    /** The last attempt that its dialect makes has failed. */
    EXHAUSTED,
    /** It has waited too long since its event or its replay. */
    OVERDUE,
    /** Its dialect has no words for it. */
    UNSPEAKABLE,
    /** The registration that it was for has been removed. */
    REMOVED
}
