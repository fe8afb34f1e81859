package io.caravan.core.page;

/** What the page of an invoice shows. Those after {@link #EXPIRED} concern a prompt that was made on it. */
public enum PageState {
    /** It can be paid, and nobody has tried yet. */
    OPEN,
    /** It will be paid on a day that was chosen. */
    SCHEDULED,
    /** The last attempt to pay was refused. */
    REFUSED,
    /** A payment is on its way. */
    IN_PROGRESS,
    PAID,
    REJECTED,
    CANCELED,
    EXPIRED,
    /** The payer has been asked in the app. */
    WAITING,
    /** The payer did not answer in time. */
    TIMED_OUT,
    /** The payer said no to a link that nobody had accepted: the page begins anew. */
    DECLINED,
    /** The phone has no wallet that could be asked. */
    UNREACHABLE,
    /** Somebody else has paid. */
    PAID_BY_ANOTHER,
    /** The owner of a phone is to agree that it goes on the bill. */
    ASKED;

    /** Whether the page lets somebody ask for a prompt. */
    public boolean isPayable() {
        return switch (this) {
            case OPEN, SCHEDULED, REFUSED, TIMED_OUT, DECLINED, UNREACHABLE -> true;
            case IN_PROGRESS, PAID, REJECTED, CANCELED, EXPIRED, WAITING, PAID_BY_ANOTHER, ASKED -> false;
        };
    }

    /** Whether it will soon be another. */
    public boolean isPassing() {
        return this == WAITING || this == IN_PROGRESS || this == ASKED;
    }
}
