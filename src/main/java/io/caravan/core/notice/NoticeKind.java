package io.caravan.core.notice;

/** What a notice tells the payer. */
public enum NoticeKind {
    /** An invoice has come. */
    INVOICE_CREATED,
    /** The payment of a day that the payer chose has failed. */
    PAYMENT_FAILED,
    /** Somebody asks on an invoice's page that it be paid with this phone. */
    INVOICE_PROMPTED
}
