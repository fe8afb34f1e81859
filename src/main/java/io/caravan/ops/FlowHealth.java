package io.caravan.ops;

import io.caravan.core.health.Backlog;
import io.caravan.core.problem.Busy;
import io.caravan.usecase.ops.MeasureBacklog;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Whether what was accepted flows on. When it stands still the service is degraded, not down: it goes on accepting, and
 * loses nothing.
 */
public final class FlowHealth implements HealthIndicator {

    /** Works, but somebody should look. Ready all the same. */
    public static final Status DEGRADED = new Status("DEGRADED", "something stands still");

    private final MeasureBacklog measureBacklog;
    private final Duration patience;

    /** Degraded once something has waited longer than {@code patience}. */
    public FlowHealth(MeasureBacklog measureBacklog, Duration patience) {
        this.measureBacklog = measureBacklog;
        this.patience = patience;
    }

    @Override
    public Health health() {
        try {
            return judge(measureBacklog.measure());
        } catch (DataAccessException | TransactionException | Busy e) {
            return Health.unknown()
                    .withDetail("error", e.getClass().getSimpleName())
                    .build();
        }
    }

    private Health judge(Backlog backlog) {
        var waits = Map.of(
                "relay", backlog.outbox(),
                "broker", backlog.ready(),
                "channels", backlog.queued(),
                "batches", backlog.batches());
        var health = Health.up();
        waits.forEach((part, wait) -> {
            health.withDetail(part, wait.toSeconds() + " s");
            if (wait.compareTo(patience) > 0) {
                health.status(DEGRADED);
            }
        });
        return health.build();
    }
}
