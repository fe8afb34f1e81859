package io.caravan.core.payment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a provider's list of a day.
 *
 * @param next where the next part begins; empty after the last
 */
public record ListPage(List<Listed> operations, Optional<String> next) {

    public ListPage {
        operations = List.copyOf(operations);
        Objects.requireNonNull(next);
    }
}
