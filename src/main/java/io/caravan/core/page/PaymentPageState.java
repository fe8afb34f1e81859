package io.caravan.core.page;

/** What the page of a payment shows. The first ones last until its payer answers. */
public enum PaymentPageState {
    /** It can be paid, and nobody has tried yet. */
    OPEN,
    /** The last attempt to pay was refused. */
    REFUSED,
    /** The payer has been asked in the app, on this page. */
    WAITING,
    /** The payer who was asked on this page did not answer in time. */
    TIMED_OUT,
    /** The phone that was given on this page has no wallet that could be asked. */
    UNREACHABLE,
    /** The money is being reserved. */
    IN_PROGRESS,
    AUTHORIZED,
    /** The payer does not want it. */
    ABORTED,
    EXPIRED,
    /** The merchant does not want it any more. */
    TERMINATED;

    /** Whether it can be paid from the page as it is. */
    public boolean isPayable() {
        return switch (this) {
            case OPEN, REFUSED, TIMED_OUT, UNREACHABLE -> true;
            case WAITING, IN_PROGRESS, AUTHORIZED, ABORTED, EXPIRED, TERMINATED -> false;
        };
    }

    /** Whether nothing can follow. */
    public boolean isFinal() {
        return switch (this) {
            case AUTHORIZED, ABORTED, EXPIRED, TERMINATED -> true;
            case OPEN, REFUSED, WAITING, TIMED_OUT, UNREACHABLE, IN_PROGRESS -> false;
        };
    }

    /** Whether its payer has nothing more to do, and goes on to the merchant. */
    public boolean leadsOn() {
        return switch (this) {
            case AUTHORIZED, ABORTED, EXPIRED -> true;
            case OPEN, REFUSED, WAITING, TIMED_OUT, UNREACHABLE, IN_PROGRESS, TERMINATED -> false;
        };
    }
}
