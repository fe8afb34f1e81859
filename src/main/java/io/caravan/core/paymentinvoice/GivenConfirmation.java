package io.caravan.core.paymentinvoice;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a payer has given to confirm a payment, by the fields that the service declares, and when, in business time. */
public record GivenConfirmation(Map<String, String> values, Instant at) {

    public GivenConfirmation {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Objects.requireNonNull(at);
    }

    /** That there was one, and when. */
    public GivenConfirmation withoutPayer() {
        return new GivenConfirmation(Map.of(), at);
    }

    /** Keeps what payers write out of logs. */
    @Override
    public String toString() {
        return "confirmation " + values.keySet();
    }
}
