package io.caravan.core.ops;

import java.util.List;

/**
 * The newest of things.
 *
 * @param complete whether there are no others
 */
public record Newest<T>(List<T> things, boolean complete) {

    public Newest {
        things = List.copyOf(things);
    }

    /** So many of these, which are one more if there are others. */
    public static <T> Newest<T> of(int most, List<T> read) {
        return new Newest<>(read.subList(0, Math.min(most, read.size())), read.size() <= most);
    }
}
