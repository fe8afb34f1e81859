package io.caravan.usecase.setup;

import io.caravan.core.setup.DoneForms;
import io.caravan.core.setup.Plan;
import io.caravan.core.setup.SentForm;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Shows what came of a form, and the secrets that it made: once, to who sent it, within a quarter of an hour. */
public class ShowDone {

    static final Duration IN_TIME = Duration.ofMinutes(15);

    private final DoneForms forms;
    private final Clock realTime;

    public ShowDone(DoneForms forms, Clock realTime) {
        this.forms = forms;
        this.realTime = realTime;
    }

    /** Empty if it has been shown, is too old, is somebody else's, or never was. */
    public Optional<Plan> show(SentForm form) {
        return forms.take(form.id(), form.operator(), realTime.instant().minus(IN_TIME));
    }
}
