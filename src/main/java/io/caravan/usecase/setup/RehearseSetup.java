package io.caravan.usecase.setup;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.Rehearsed;
import io.caravan.core.setup.Setup;

/** Finds out what a setup would do: all of it is done, and taken back. */
public class RehearseSetup {

    private final ApplySetup applySetup;

    public RehearseSetup(ApplySetup applySetup) {
        this.applySetup = applySetup;
    }

    /**
     * Never returns, so that nothing is kept.
     *
     * @throws Rehearsed with what would be done
     * @throws InvalidInput if something cannot be done
     */
    public void rehearse(Setup setup) {
        throw new Rehearsed(applySetup.apply(setup, "nobody"));
    }
}
