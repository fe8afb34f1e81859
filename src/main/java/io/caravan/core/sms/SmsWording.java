package io.caravan.core.sms;

import java.util.Objects;
import java.util.Optional;

/**
 * What an SMS says.
 *
 * @param originator from whom it comes; empty: from whom all SMS come that say nothing else
 */
public record SmsWording(Optional<Originator> originator, SmsText text) {

    public SmsWording {
        Objects.requireNonNull(originator);
        Objects.requireNonNull(text);
    }

    /** From whom SMS usually come. */
    public static SmsWording of(String text) {
        return new SmsWording(Optional.empty(), new SmsText(text));
    }
}
