package io.caravan.core.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All wishes to be forgotten. */
public interface Erasures {

    /** Stores a new one. If the same phone has one that is not done, that one begins anew and counts from now. */
    void ask(Erasure erasure);

    /** One that can be worked on, locked until the transaction ends; nobody else has it. */
    Optional<Erasure> take(Instant now);

    /** This one, locked until the transaction ends; empty if it is done. */
    Optional<Erasure> hold(UUID id);

    /** Writes how far a locked one has come. */
    void update(Erasure erasure);

    /** The latest first. */
    List<Erasure> newest(int limit);

    /** How many were taken so often in a row without coming on. */
    long failing(int tries);
}
