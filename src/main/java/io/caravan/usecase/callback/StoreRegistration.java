package io.caravan.usecase.callback;

import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.NewRegistration;
import io.caravan.core.callback.Registration;
import io.caravan.core.callback.RegistrationRequest;
import io.caravan.core.callback.RegistrationSecret;
import io.caravan.core.callback.Registrations;
import io.caravan.core.event.EventType;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.List;

/** Stores what a sales unit wants to hear of, with a secret of its own, as long as there are not too many. */
public class StoreRegistration {

    private final Registrations registrations;
    private final Clock businessTime;

    public StoreRegistration(Registrations registrations, Clock businessTime) {
        this.registrations = registrations;
        this.businessTime = businessTime;
    }

    /** @throws Problem TOO_MANY_REGISTRATIONS */
    public NewRegistration store(RegistrationRequest request) {
        var unit = request.unit();
        registrations.lock(unit.merchant(), unit.msn());
        var known = registrations.of(unit.merchant(), unit.msn());
        if (request.events().stream().anyMatch(type -> count(known, type) >= Registration.MOST)) {
            throw Problem.of(ProblemCode.TOO_MANY_REGISTRATIONS, unit.msn());
        }
        var made = new Registration(EndpointId.next(), unit.msn(), request.url(), request.events());
        var secret = RegistrationSecret.random();
        registrations.add(unit.merchant(), made, secret, businessTime.instant());
        return new NewRegistration(made, secret);
    }

    private static long count(List<Registration> known, EventType type) {
        return known.stream()
                .filter(registration -> registration.events().contains(type))
                .count();
    }
}
