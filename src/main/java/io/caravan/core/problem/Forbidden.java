package io.caravan.core.problem;

/** A good credential used where it does not reach. Says nothing about what is there. */
public final class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Forbidden() {
        super("The credential does not reach this resource", null, false, false);
    }
}
