package io.caravan.core.paymentrequest;

/** How a payment request comes to its payer. */
public enum UserFlow {
    /** Straight to the payer's app. */
    PUSH_MESSAGE,
    /** From the merchant's app into the payer's. */
    NATIVE_REDIRECT,
    /** Over a page. */
    WEB_REDIRECT,
    /** By a code that the payer scans. */
    QR;

    /** Whether the payer may take longer than ten minutes. */
    public boolean canLiveLong() {
        return switch (this) {
            case PUSH_MESSAGE, QR -> true;
            case NATIVE_REDIRECT, WEB_REDIRECT -> false;
        };
    }
}
