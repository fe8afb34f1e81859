package io.caravan.usecase.callback;

import io.caravan.core.callback.Registration;
import io.caravan.core.callback.Registrations;
import io.caravan.core.salesunit.SalesUnit;
import java.util.List;

/** Lists where a sales unit hears of what. */
public class ListRegistrations {

    private final Registrations registrations;

    public ListRegistrations(Registrations registrations) {
        this.registrations = registrations;
    }

    public List<Registration> list(SalesUnit unit) {
        return registrations.of(unit.merchant(), unit.msn());
    }
}
