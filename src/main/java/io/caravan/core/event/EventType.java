package io.caravan.core.event;

/** What can happen. */
public enum EventType {
    INVOICE_CREATED,
    INVOICE_INVALID,
    INVOICE_ACCEPTED,
    INVOICE_PAID,
    INVOICE_REJECTED,
    INVOICE_EXPIRED,
    INVOICE_CANCELED,
    /** Its page was seen for the first time. */
    INVOICE_ACCESSED,
    PAYMENT_CREATED,
    PAYMENT_AUTHORIZED,
    PAYMENT_CAPTURED,
    PAYMENT_REFUNDED,
    PAYMENT_CANCELLED,
    PAYMENT_ABORTED,
    PAYMENT_EXPIRED,
    PAYMENT_TERMINATED,
    PAYMENT_FAILED,
    /** The provider says of it what cannot be, or what comes too late: people must look at it. */
    PAYMENT_QUESTIONED,
    /** Nothing: a merchant tries its callbacks. */
    CALLBACK_TEST,
    CONSENT_REQUESTED,
    /** Put to the payer who paid, or chose a day. */
    CONSENT_ASKED,
    CONSENT_GRANTED,
    CONSENT_DENIED,
    /** Wiped, as only the sandbox does it. */
    CONSENT_DELETED,
    /** A gateway took it. */
    SMS_SENT,
    /** It is on the phone. */
    SMS_DELIVERED,
    SMS_FAILED
}
