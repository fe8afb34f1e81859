package io.caravan.core.consent;

import io.caravan.core.payer.PayerId;
import java.util.Objects;

/** A payer's yes or no to a consent. */
public record ConsentAnswer(PayerId payer, ConsentId consent, boolean granted) {

    public ConsentAnswer {
        Objects.requireNonNull(payer);
        Objects.requireNonNull(consent);
    }
}
