package io.caravan.usecase.setup;

import io.caravan.core.setup.DoneForms;
import java.time.Clock;
import java.time.Duration;

/** Forgets what came of forms and was not looked at in time, and forms that nobody sends again. */
public class PurgeForms {

    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final DoneForms forms;
    private final Clock realTime;

    public PurgeForms(DoneForms forms, Clock realTime) {
        this.forms = forms;
        this.realTime = realTime;
    }

    public void purge() {
        var now = realTime.instant();
        forms.forget(now.minus(ShowDone.IN_TIME), now.minus(REMEMBERED));
    }
}
