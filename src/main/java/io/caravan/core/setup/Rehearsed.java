package io.caravan.core.setup;

/** Ends a rehearsal: all was done, and nothing is kept. */
public final class Rehearsed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Plan plan;

    public Rehearsed(Plan plan) {
        super("a rehearsal", null, false, false);
        this.plan = plan;
    }

    public Plan plan() {
        return plan;
    }
}
