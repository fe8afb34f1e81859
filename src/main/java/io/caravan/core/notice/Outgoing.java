package io.caravan.core.notice;

/** A notice on its way out, taken for one attempt, with all that it tells. */
public interface Outgoing {

    Notice notice();

    /** Proves who holds the notice. */
    long fence();
}
