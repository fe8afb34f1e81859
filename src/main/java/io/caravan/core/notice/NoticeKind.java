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
    INVOICE_PROMPTED,
    /** An invoice has been paid. */
    INVOICE_RECEIPT,
    /** A sales unit asks for a payment. */
    PAYMENT_ASKED,
    /** A payment that is asked for ends in some days. */
    PAYMENT_REMINDER,
    /** A payment that is asked for ends soon. */
    PAYMENT_LAST_REMINDER;

    /** The way on which it goes out: the one place where this is decided. */
    public Channel channel() {
        return switch (this) {
            case INVOICE_CREATED,
                    CONSENT_ASKED,
                    INVOICE_PROMPTED,
                    PAYMENT_ASKED,
                    PAYMENT_REMINDER,
                    PAYMENT_LAST_REMINDER -> Channel.PUSH;
            case INVOICE_REMINDER, PAYMENT_FAILED, INVOICE_RECEIPT -> Channel.SMS;
        };
    }
}
