package io.caravan.core.partner;

import java.util.Objects;

/** Presets of a partner under a number. */
public record Campaign(int id, Presets presets) {

    public Campaign {
        Objects.requireNonNull(presets);
    }
}
