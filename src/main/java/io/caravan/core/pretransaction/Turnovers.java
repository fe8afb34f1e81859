package io.caravan.core.pretransaction;

import java.util.List;

/** What partners are billed for. */
public interface Turnovers {

    /** Stores these; those stored before stay as they are. */
    void add(List<TurnoverEntry> entries);

    /** By day, provider and currency, in this order. */
    List<TurnoverDay> days(TurnoverQuery query);
}
