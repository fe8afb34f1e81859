package io.caravan.core.ops;

import java.util.List;

/** All that happened to things. */
public interface Moments {

    /** In the order of time; of each kind the newest, up to a limit. */
    List<Moment> of(Finding thing);
}
