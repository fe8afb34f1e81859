package io.caravan.usecase.callback;

import io.caravan.core.callback.OwnRegistration;
import io.caravan.core.callback.Registrations;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;

/** Has a sales unit told of nothing more at one of its registrations; what waits for it is given up. */
public class RemoveRegistration {

    private final Registrations registrations;
    private final Clock businessTime;

    public RemoveRegistration(Registrations registrations, Clock businessTime) {
        this.registrations = registrations;
        this.businessTime = businessTime;
    }

    /** @throws Problem REGISTRATION_UNKNOWN */
    public void remove(OwnRegistration own) {
        var unit = own.unit();
        if (!registrations.remove(unit.merchant(), unit.msn(), own.id(), businessTime.instant())) {
            throw Problem.of(ProblemCode.REGISTRATION_UNKNOWN, own.id());
        }
    }
}
