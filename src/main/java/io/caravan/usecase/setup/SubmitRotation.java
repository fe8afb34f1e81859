package io.caravan.usecase.setup;

import io.caravan.core.access.NewSecret;
import io.caravan.core.access.SecretKind;
import io.caravan.core.setup.DoneForms;
import io.caravan.core.setup.Plan;
import io.caravan.core.setup.Setups;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Replaces a secret as a form says, once, however often the form comes. The new one can be looked at once. */
public class SubmitRotation {

    private final Setups setups;
    private final DoneForms forms;
    private final RotateSecret rotateSecret;
    private final Clock realTime;

    public SubmitRotation(Setups setups, DoneForms forms, RotateSecret rotateSecret, Clock realTime) {
        this.setups = setups;
        this.forms = forms;
        this.rotateSecret = rotateSecret;
        this.realTime = realTime;
    }

    /** Whether there is such an owner. Does nothing if the form has been done. */
    public boolean submit(UUID form, SecretKind kind, String owner, Duration overlap, String operator) {
        setups.takeTurn();
        if (forms.contains(form)) {
            return true;
        }
        var made = rotateSecret.rotate(kind, owner, overlap, operator);
        made.ifPresent(secret -> forms.add(form, operator, plan(secret), realTime.instant()));
        return made.isPresent();
    }

    private static Plan plan(NewSecret made) {
        return new Plan(List.of(new Plan.Step(
                Plan.Action.CHANGED,
                made.kind().text(),
                made.owner(),
                List.of(),
                List.of(new Plan.Made("secret", made.secret())))));
    }
}
