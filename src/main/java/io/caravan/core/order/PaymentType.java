package io.caravan.core.order;

import java.util.Arrays;
import java.util.Optional;

/** What kind of payments orders belong to. */
public enum PaymentType {
    /** Single payments. */
    ECOM,
    /** Those of agreements. */
    RECURRING;

    /** The type that is written so, in whatever case. */
    public static Optional<PaymentType> of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
