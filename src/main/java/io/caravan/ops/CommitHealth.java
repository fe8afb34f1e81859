package io.caravan.ops;

import io.caravan.core.problem.Busy;
import io.caravan.usecase.ops.BeatHeart;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Whether this instance can commit a row: without that it can accept nothing, and is not ready. */
public final class CommitHealth implements HealthIndicator {

    private final BeatHeart beatHeart;
    private final String instance;

    public CommitHealth(BeatHeart beatHeart, String instance) {
        this.beatHeart = beatHeart;
        this.instance = instance;
    }

    @Override
    public Health health() {
        try {
            beatHeart.beat(instance);
            return Health.up().build();
        } catch (DataAccessException | TransactionException | Busy e) {
            return Health.down()
                    .withDetail("problem", "no row can be committed")
                    .withDetail("error", e.getClass().getSimpleName())
                    .build();
        }
    }
}
