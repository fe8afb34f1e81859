package io.caravan.core.payment;

/** How far a payment by phone bill has come, as its payer sees it. */
public enum BillingStage {
    /** The carrier is being told, or nobody knows what it has done: it will be asked. */
    BEGUN,
    /** The owner of the phone is to reply to the SMS, or to enter the PIN. */
    WAITING,
    /** It is on the bill. */
    TAKEN,
    /** It is not on the bill. */
    REFUSED;

    /** The stage of an operation in this state. */
    public static BillingStage of(OperationState state) {
        return switch (state) {
            case REQUESTED, SENT, UNKNOWN -> BEGUN;
            case WAITING -> WAITING;
            case DONE -> TAKEN;
            case REFUSED -> REFUSED;
        };
    }
}
