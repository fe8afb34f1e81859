package io.caravan.usecase.setup;

import io.caravan.core.setup.ThingPage;
import io.caravan.core.setup.ThingQuery;
import io.caravan.core.setup.Things;

/** Lists what has been set up, a page at a time. */
public class ListThings {

    /** Things on a page. */
    public static final int PAGE = 25;

    private final Things things;

    public ListThings(Things things) {
        this.things = things;
    }

    public ThingPage list(ThingQuery query) {
        var found = things.next(query, PAGE + 1);
        var more = found.size() > PAGE;
        return new ThingPage(query, more ? found.subList(0, PAGE) : found, more);
    }
}
