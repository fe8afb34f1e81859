package io.caravan.core.setup;

import java.util.List;

/** Lists of what has been set up. */
public interface Things {

    /** The next ones, by title and id; at most so many. */
    List<Thing> next(ThingQuery query, int limit);

    /** The public keys of a commerce account, by key. */
    List<String> publicKeys(String account);
}
