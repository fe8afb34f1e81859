package io.caravan.ops;

import io.caravan.core.problem.Busy;
import io.caravan.usecase.ops.ListHolds;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What operators hold. It is well: somebody wanted it so. */
public final class HoldHealth implements HealthIndicator {

    private final ListHolds listHolds;

    public HoldHealth(ListHolds listHolds) {
        this.listHolds = listHolds;
    }

    @Override
    public Health health() {
        try {
            var health = Health.up();
            listHolds
                    .list()
                    .forEach(hold -> health.withDetail(
                            hold.kind().text() + " " + hold.name(),
                            "held since %s by %s: %s".formatted(hold.since(), hold.by(), hold.why())));
            return health.build();
        } catch (DataAccessException | TransactionException | Busy e) {
            return Health.unknown()
                    .withDetail("error", e.getClass().getSimpleName())
                    .build();
        }
    }
}
