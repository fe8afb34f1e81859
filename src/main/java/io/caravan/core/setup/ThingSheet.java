package io.caravan.core.setup;

import java.util.List;
import java.util.Objects;

/**
 * A thing, and what is its own.
 *
 * @param owner the name of the merchant whose it is; empty if nobody's
 * @param parts the first ones of each kind
 */
public record ThingSheet(ThingForm form, String owner, List<ThingPage> parts) {

    public ThingSheet {
        Objects.requireNonNull(form);
        Objects.requireNonNull(owner);
        parts = List.copyOf(parts);
    }
}
