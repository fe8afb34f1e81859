package io.caravan.core.payment;

import java.util.EnumSet;
import java.util.Set;

/** Where a payment stands. {@link #next()} is the only place that knows what may follow what. */
public enum PaymentStatus {
    CREATED,
    /** The payer's money is reserved or taken. */
    AUTHORIZED,
    /** Broken off by the payer. */
    ABORTED,
    /** Not answered in time. */
    EXPIRED,
    /** Taken back by the merchant before it was authorized. */
    TERMINATED,
    /** Refused by the provider. */
    FAILED;

    public Set<PaymentStatus> next() {
        return switch (this) {
            case CREATED -> EnumSet.of(AUTHORIZED, ABORTED, EXPIRED, TERMINATED, FAILED);
            case AUTHORIZED, ABORTED, EXPIRED, TERMINATED, FAILED -> EnumSet.noneOf(PaymentStatus.class);
        };
    }

    public boolean canBecome(PaymentStatus target) {
        return next().contains(target);
    }

    public boolean isFinal() {
        return next().isEmpty();
    }
}
