package io.caravan.core.ops;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All that operators did. */
public interface Acts {

    void add(Act act);

    /** The newest, or the newest of those before this one. */
    List<Act> newest(Optional<UUID> before, int limit);
}
