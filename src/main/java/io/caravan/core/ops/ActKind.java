package io.caravan.core.ops;

/** What operators can do. */
public enum ActKind {
    HOLD,
    RELEASE,
    /** Has a callback, or each of a group, sent once more. */
    REPLAY_CALLBACK,
    /** Has all callbacks of a merchant sent once more that were given up. */
    REPLAY_DEAD_CALLBACKS,
    /** Has a notice sent that was parked. */
    RESEND_NOTICE,
    /** Has the notices of a channel sent that were parked. */
    RESEND_NOTICES,
    /** Says what a transfer pays. */
    ASSIGN_TRANSFER,
    /** Says that a transfer that pays nothing was paid back by hand. */
    RETURN_TRANSFER,
    /** Says that an alarm has been dealt with. */
    RESOLVE_ALARM,
    /** Creates or changes who takes part. */
    SET_UP,
    /** Takes a file that says how everything is set up. */
    EXPORT_SETUP,
    /** Replaces a secret. */
    ROTATE_SECRET,
    /** Hands out all that is known of a payer. */
    EXPORT_PAYER,
    /** Has a payer forgotten. */
    ERASE_PAYER,
    /** Starts or stops routes, or sets their figures back, over JMX. Written before it is done. */
    CALL_CAMEL
}
