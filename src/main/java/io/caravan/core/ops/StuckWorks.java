package io.caravan.core.ops;

import java.time.Instant;
import java.util.List;

/** Work that has not ended, counted as far as people need it. */
public interface StuckWorks {

    /**
     * All parts in which something waits.
     *
     * @param due what was to be done at this business time should have been done
     */
    List<StuckWork> find(Instant due);
}
