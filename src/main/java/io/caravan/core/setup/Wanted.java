package io.caravan.core.setup;

import java.util.Objects;

/**
 * Something that is to be there.
 *
 * @param pointer where the setup says so, as a JSON pointer
 */
public record Wanted<T>(String pointer, T thing) {

    public Wanted {
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(thing);
    }
}
