package io.caravan.usecase.ops;

import io.caravan.core.ops.Act;
import io.caravan.core.ops.Acts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells what operators did, the newest first, a page at a time. */
public class ListActs {

    /** Acts on a page. */
    public static final int PAGE = 50;

    private final Acts acts;

    public ListActs(Acts acts) {
        this.acts = acts;
    }

    /** @param before the last act of the page before */
    public List<Act> list(Optional<UUID> before) {
        return acts.newest(before, PAGE);
    }
}
