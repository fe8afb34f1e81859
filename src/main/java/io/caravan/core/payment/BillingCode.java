package io.caravan.core.payment;

import static io.caravan.core.payment.BillingCode.Verdict.FINAL;
import static io.caravan.core.payment.BillingCode.Verdict.TAKEN;
import static io.caravan.core.payment.BillingCode.Verdict.TEMPORARY;
import static io.caravan.core.payment.BillingCode.Verdict.UNKNOWN;

import java.util.Arrays;
import java.util.Optional;

/** What carriers say became of a charge on a phone's bill, and what that means for the money. */
public enum BillingCode {
    DELIVERED("Delivered", TAKEN),
    EXPIRED("Expired", TEMPORARY),
    UNDELIVERED("Undelivered", TEMPORARY),
    REJECTED("Rejected", FINAL),
    STOPPED("Stopped", FINAL),
    UNKNOWN_SUBSCRIBER("UnknownSubscriber", FINAL),
    SUBSCRIBER_UNAVAILABLE("SubscriberUnavailable", TEMPORARY),
    SUBSCRIBER_BARRED("SubscriberBarred", FINAL),
    SUBSCRIBER_LIMIT_EXCEEDED("SubscriberLimitExceeded", FINAL),
    SUBSCRIBER_TOO_YOUNG("SubscriberTooYoung", FINAL),
    INSUFFICIENT_FUNDS("InsufficientFunds", FINAL),
    REGISTRATION_REQUIRED("RegistrationRequired", FINAL),
    UNKNOWN_AGE("UnknownAge", FINAL),
    MISSING_PRE_AUTH("MissingPreAuth", FINAL),
    INVALID_AMOUNT("InvalidAmount", FINAL),
    INVALID_CREDENTIALS("InvalidCredentials", FINAL),
    MAX_PIN_RETRY("MaxPinRetry", TEMPORARY),
    ONE_TIME_PASSWORD_EXPIRED("OneTimePasswordExpired", TEMPORARY),
    ONE_TIME_PASSWORD_FAILED("OneTimePasswordFailed", TEMPORARY),
    INVALID_OTP("InvalidOtp", TEMPORARY),
    USER_IN_TRANSACTION("UserInTransaction", TEMPORARY),
    TEMPORARY_ERROR("TemporaryError", TEMPORARY),
    CONNECTION_OFFLINE("ConnectionOffline", TEMPORARY),
    CARD_PSP_ERROR("CardPspError", TEMPORARY),
    MNO_ERROR("MnoError", TEMPORARY),
    NONE("None", UNKNOWN),
    PENDING("Pending", UNKNOWN),
    DUPLICATE_TRANSACTION("DuplicateTransaction", UNKNOWN),
    MISSING_DELIVERY_REPORT("MissingDeliveryReport", UNKNOWN),
    TIMEOUT_ERROR("TimeoutError", UNKNOWN),
    UNKNOWN_ERROR("UnknownError", UNKNOWN),
    OTHER_ERROR("OtherError", UNKNOWN);

    /** What a code says about the money. */
    public enum Verdict {
        /** It is on the bill. */
        TAKEN,
        /** Nothing was taken, and this phone need not be tried again. */
        FINAL,
        /** Nothing was taken; the same phone may be tried again. */
        TEMPORARY,
        /** It says nothing about the money. */
        UNKNOWN
    }

    private final String word;
    private final Verdict verdict;

    BillingCode(String word, Verdict verdict) {
        this.word = word;
        this.verdict = verdict;
    }

    /** The code with this word; empty for a word that means nothing here. */
    public static Optional<BillingCode> of(String word) {
        return Arrays.stream(values()).filter(code -> code.word.equals(word)).findFirst();
    }

    /** As carriers write it. */
    public String word() {
        return word;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** How a payment ends that was refused with this code. */
    public PaymentStatus end() {
        if (this == REJECTED || this == STOPPED) {
            return PaymentStatus.ABORTED;
        }
        return this == EXPIRED || this == ONE_TIME_PASSWORD_EXPIRED ? PaymentStatus.EXPIRED : PaymentStatus.FAILED;
    }
}
