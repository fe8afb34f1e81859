package io.caravan.usecase.ops;

import io.caravan.core.ops.Matter;
import io.caravan.core.ops.MatterQuery;
import io.caravan.core.ops.Matters;
import java.util.List;

/** Lists what somebody should look into, a page at a time. */
public class ListMatters {

    /** Matters on a page. */
    public static final int PAGE = 50;

    private final Matters matters;

    public ListMatters(Matters matters) {
        this.matters = matters;
    }

    public List<Matter> list(MatterQuery query) {
        return matters.open(query, PAGE);
    }
}
