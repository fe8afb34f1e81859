package io.caravan.store;

import io.caravan.core.ops.JobRun;
import io.caravan.core.ops.JobRuns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ticks of jobs, from the tables in which the instances agree on them. */
public final class JdbcJobRuns implements JobRuns {

    private final JdbcClient jdbc;
    private final String scheduler;

    /** @param scheduler its name; other schedulers in the same tables are not ours */
    public JdbcJobRuns(TransactionalJdbc jdbc, String scheduler) {
        this.jdbc = JdbcClient.create(jdbc);
        this.scheduler = scheduler;
    }

    @Override
    public List<JobRun> all() {
        return jdbc.sql(
                        """
                        select t.trigger_name, t.prev_fire_time, t.next_fire_time, t.trigger_state, s.repeat_interval
                        from qrtz_triggers t
                        left join qrtz_simple_triggers s on s.sched_name = t.sched_name
                            and s.trigger_name = t.trigger_name and s.trigger_group = t.trigger_group
                        where t.sched_name = ?
                        order by t.trigger_name
                        limit 200
                        """)
                .param(scheduler)
                .query((row, n) -> run(row))
                .list();
    }

    private static JobRun run(ResultSet row) throws SQLException {
        return new JobRun(
                row.getString("trigger_name"),
                time(row.getLong("prev_fire_time")),
                time(row.getLong("next_fire_time")),
                Duration.ofMillis(row.getLong("repeat_interval")),
                row.getString("trigger_state"));
    }

    /** Quartz writes 0 or -1 for never. */
    private static Optional<Instant> time(long millis) {
        return millis > 0 ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
    }
}
