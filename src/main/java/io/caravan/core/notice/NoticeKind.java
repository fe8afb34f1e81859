package io.caravan.core.notice;

/** What a notice tells the payer. */
public enum NoticeKind {
    /** An invoice has come. */
    INVOICE_CREATED,
    /** An invoice has been left without an answer, and its due date is near. */
    INVOICE_REMINDER,
    /** The payment of a day that the payer chose has failed. */
    PAYMENT_FAILED,
    /** The payer of a link is asked for a consent. */
    CONSENT_ASKED,
    /** Somebody asks on an invoice's page that it be paid with this phone. */
    INVOICE_PROMPTED;

    /** The way on which it goes out: the one place where this is decided. */
    public Channel channel() {
        return switch (this) {
            case INVOICE_CREATED, CONSENT_ASKED, INVOICE_PROMPTED -> Channel.PUSH;
            case INVOICE_REMINDER, PAYMENT_FAILED -> Channel.SMS;
        };
    }
}
