package io.caravan.core.setup;

import java.util.Objects;
import java.util.UUID;

/** A form that an operator has sent. */
public record SentForm(UUID id, String operator) {

    public SentForm {
        Objects.requireNonNull(id);
        Objects.requireNonNull(operator);
    }
}
