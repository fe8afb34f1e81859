package io.caravan.core.ops;

/** Where work can stand still. */
public enum Part {
    /** Events that nobody has been told of. */
    OUTBOX,
    /** Items of batches that wait for their check. */
    BATCHES,
    /** Messages to payers. */
    NOTICES,
    /** Instructions to providers. */
    OPERATIONS,
    /** Payments of a chosen day that has come. */
    SCHEDULES,
    /** Invoices whose last day has ended. */
    EXPIRIES,
    /** Events on their way to merchants. */
    CALLBACKS,
    /** Merchants' addresses that take nothing. */
    ENDPOINTS,
    /** What providers say that does not add up. */
    ALARMS,
    /** What a provider's own list of a day has otherwise. */
    DIFFERENCES,
    /** Money that has come and pays nothing. */
    TRANSFERS,
    /** Money that came too late and could not be given back. */
    LATE_MONEY
}
