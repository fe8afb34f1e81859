package io.caravan.core.payment;

/** What a provider is told to do. */
public enum OperationKind {
    /** Reserve money. */
    AUTHORIZE,
    /** Reserve and take money in one step, as with a stored card. */
    CHARGE,
    /** Take reserved money. */
    CAPTURE,
    /** Give taken money back. */
    REFUND,
    /** Release reserved money. */
    CANCEL
}
