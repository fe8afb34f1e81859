package io.caravan.store;

import io.caravan.core.callback.CallbackState;
import java.util.List;
import java.util.UUID;

/** A subject at an endpoint: its callbacks go one after the other. */
record Line(UUID endpoint, UUID subject) {

    /**
     * Of callbacks that are still in line. Statements along an index that has the state behind another column name one at
     * a time: of several, H2 reads all states.
     */
    static final List<CallbackState> OPEN_STATES =
            List.of(CallbackState.WAITING, CallbackState.APART, CallbackState.DELIVERING);

    /** The condition of these. */
    static final String OPEN = "state in ('WAITING', 'APART', 'DELIVERING')";
}
