package io.caravan.store;

import java.util.UUID;

/** A subject at an endpoint: its callbacks go one after the other. */
record Line(UUID endpoint, UUID subject) {

    /** The condition of callbacks that are still in line. */
    static final String OPEN = "state in ('WAITING', 'APART', 'DELIVERING')";
}
