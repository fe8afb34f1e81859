package io.caravan.core.notice;

/** What a notice tells the payer. */
public enum NoticeKind {
    /** An invoice has come. */
    INVOICE_CREATED
}
