package io.caravan.core.ops;

import java.util.List;

/**
 * An invoice or a payment, and all that happened to it and to what belongs to it, in order.
 *
 * @param most so many of each kind of moments, the newest
 * @param complete whether there are no others
 */
public record Timeline(Finding thing, List<Moment> moments, int most, boolean complete) {

    public Timeline {
        moments = List.copyOf(moments);
    }
}
