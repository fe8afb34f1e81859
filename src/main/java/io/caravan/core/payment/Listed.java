package io.caravan.core.payment;

import java.util.Objects;
import java.util.Optional;

/**
 * An operation as the provider's own list has it.
 *
 * @param id the provider's
 * @param key ours, as the provider knows it
 * @param reference our payment's id, as the provider knows it
 * @param minor the amount in minor units
 * @param state what the status means here; empty for a word that means nothing
 * @param words kind and status in the provider's words
 */
public record Listed(
        String id,
        String key,
        String reference,
        long minor,
        String currency,
        Optional<OperationKind> kind,
        Optional<OperationState> state,
        String words) {

    public Listed {
        Objects.requireNonNull(id);
        Objects.requireNonNull(key);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(state);
        Objects.requireNonNull(words);
    }
}
