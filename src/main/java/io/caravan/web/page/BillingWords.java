package io.caravan.web.page;

import io.caravan.core.payment.Billing;
import io.caravan.core.payment.BillingCode;

/** Why something did not go on a phone's bill, in the words of people. */
final class BillingWords {

    private BillingWords() {}

    static String of(Billing refused, Language language) {
        return Words.text(
                language, "reason.bill." + refused.code().map(BillingWords::key).orElse("other"));
    }

    private static String key(BillingCode code) {
        return switch (code) {
            case REJECTED, STOPPED -> "said-no";
            case EXPIRED, ONE_TIME_PASSWORD_EXPIRED -> "too-late";
            case MAX_PIN_RETRY, ONE_TIME_PASSWORD_FAILED, INVALID_OTP -> "pin";
            case INSUFFICIENT_FUNDS -> "funds";
            case SUBSCRIBER_LIMIT_EXCEEDED, INVALID_AMOUNT -> "amount";
            case UNKNOWN_SUBSCRIBER -> "unknown";
            case SUBSCRIBER_BARRED, REGISTRATION_REQUIRED, MISSING_PRE_AUTH -> "barred";
            case SUBSCRIBER_TOO_YOUNG, UNKNOWN_AGE -> "age";
            case SUBSCRIBER_UNAVAILABLE, UNDELIVERED -> "unreachable";
            case USER_IN_TRANSACTION -> "busy";
            case TEMPORARY_ERROR, CONNECTION_OFFLINE, MNO_ERROR -> "later";
            case DELIVERED,
                    INVALID_CREDENTIALS,
                    CARD_PSP_ERROR,
                    NONE,
                    PENDING,
                    DUPLICATE_TRANSACTION,
                    MISSING_DELIVERY_REPORT,
                    TIMEOUT_ERROR,
                    UNKNOWN_ERROR,
                    OTHER_ERROR -> "other";
        };
    }
}
