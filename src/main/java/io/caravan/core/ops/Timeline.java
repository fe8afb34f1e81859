package io.caravan.core.ops;

import java.util.List;

/** An invoice or a payment, and all that happened to it and to what belongs to it, in order. */
public record Timeline(Finding thing, List<Moment> moments) {

    public Timeline {
        moments = List.copyOf(moments);
    }
}
