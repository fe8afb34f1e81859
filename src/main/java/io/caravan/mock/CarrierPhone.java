package io.caravan.mock;

import java.util.Arrays;
import java.util.Optional;

/** Phones whose bills do something of their own. */
enum CarrierPhone {
    WITHOUT_MONEY("+4741000901", "InsufficientFunds"),
    BARRED("+4741000902", "SubscriberBarred"),
    UNKNOWN("+4741000903", "UnknownSubscriber"),
    AT_THE_LIMIT("+4741000904", "SubscriberLimitExceeded"),
    OF_A_CHILD("+4741000905", "SubscriberTooYoung"),
    NOT_REGISTERED("+4741000906", "RegistrationRequired"),
    FOR_NOW("+4741000907", "TemporaryError"),
    OFF("+4741000908", "SubscriberUnavailable"),
    BUSY("+4741000909", "UserInTransaction"),
    OFFLINE("+4741000910", "MnoError"),
    AGREES("+4741000911", ""),
    REFUSES("+4741000912", "");

    private final String number;
    private final String refusal;

    CarrierPhone(String number, String refusal) {
        this.number = number;
        this.refusal = refusal;
    }

    static Optional<CarrierPhone> of(String number) {
        return Arrays.stream(values())
                .filter(phone -> phone.number.equals(number))
                .findFirst();
    }

    String number() {
        return number;
    }

    /** Why nothing goes on its bill. */
    Optional<String> refusal() {
        return Optional.of(refusal).filter(code -> !code.isEmpty());
    }

    String description() {
        return refusal.isEmpty() ? "replies " + (this == AGREES ? "OK" : "NO") + " by itself after 2 s" : refusal;
    }
}
