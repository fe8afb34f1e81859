package io.caravan.usecase.setup;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.DoneForms;
import io.caravan.core.setup.Seen;
import io.caravan.core.setup.Setup;
import io.caravan.core.setup.Setups;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Brings about what a form says, once, however often the form comes. What came of it can be looked at once. */
public class SubmitSetup {

    private final Setups setups;
    private final DoneForms forms;
    private final DescribeThing describeThing;
    private final ApplySetup applySetup;
    private final Clock realTime;

    public SubmitSetup(
            Setups setups, DoneForms forms, DescribeThing describeThing, ApplySetup applySetup, Clock realTime) {
        this.setups = setups;
        this.forms = forms;
        this.describeThing = describeThing;
        this.applySetup = applySetup;
        this.realTime = realTime;
    }

    /**
     * Does nothing if the form has been done.
     *
     * @param seen what the form is about, which must still be so
     * @throws InvalidInput if it cannot be done, with all reasons, by JSON pointers; then nothing is
     */
    public void submit(UUID form, Setup setup, String operator, Optional<Seen> seen) {
        setups.takeTurn();
        if (forms.contains(form)) {
            return;
        }
        if (seen.filter(this::wasChanged).isPresent()) {
            throw InvalidInput.of("", "was changed by somebody else meanwhile: look at the changes again");
        }
        forms.add(form, operator, applySetup.apply(setup, operator), realTime.instant());
    }

    private boolean wasChanged(Seen seen) {
        return !seen.unchanged().test(describeThing.describe(seen.name()));
    }
}
