package io.caravan.core.setup;

import java.util.List;
import java.util.Objects;

/** Some of the things that were looked for, by title, and whether there are more. */
public record ThingPage(ThingQuery query, List<Thing> things, boolean more) {

    public ThingPage {
        Objects.requireNonNull(query);
        things = List.copyOf(things);
    }
}
