package io.caravan.store;

import io.caravan.core.time.TimeShift;
import io.caravan.core.time.TimeShifts;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shift of business time in its table, which has one row. */
public final class JdbcTimeShifts implements TimeShifts {

    private static final String SELECT = "select ahead_ms, version from business_clock where id = 1 ";

    private final JdbcClient jdbc;

    public JdbcTimeShifts(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public TimeShift current() {
        return select(SELECT);
    }

    @Override
    public TimeShift lock() {
        return select(SELECT + "for update");
    }

    @Override
    public void update(TimeShift shift) {
        jdbc.sql("update business_clock set ahead_ms = ?, version = ? where id = 1")
                .param(shift.ahead().toMillis())
                .param(shift.version())
                .update();
    }

    private TimeShift select(String sql) {
        return jdbc.sql(sql)
                .query((row, n) -> new TimeShift(Duration.ofMillis(row.getLong("ahead_ms")), row.getLong("version")))
                .single();
    }
}
