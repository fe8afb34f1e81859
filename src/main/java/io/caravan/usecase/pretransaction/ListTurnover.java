package io.caravan.usecase.pretransaction;

import io.caravan.core.pretransaction.TurnoverDay;
import io.caravan.core.pretransaction.TurnoverQuery;
import io.caravan.core.pretransaction.Turnovers;
import java.util.List;

/** Lists what a partner's payments and SMS came to, by day and provider. */
public class ListTurnover {

    private final Turnovers turnovers;

    public ListTurnover(Turnovers turnovers) {
        this.turnovers = turnovers;
    }

    public List<TurnoverDay> list(TurnoverQuery query) {
        return turnovers.days(query);
    }
}
