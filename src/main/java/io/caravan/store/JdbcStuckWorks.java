package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.notice.Channel;
import io.caravan.core.ops.Part;
import io.caravan.core.ops.StuckWork;
import io.caravan.core.ops.StuckWorks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what waits in each table, along an index and up to a limit: it costs the same however much is stored. */
public final class JdbcStuckWorks implements StuckWorks {

    private static final int MOST = 1000;

    private final JdbcClient jdbc;

    public JdbcStuckWorks(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    private record Count(Part part, String kind, String state, boolean businessTime, String rows, List<?> arguments) {

        Count(Part part, String rows, Object... arguments) {
            this(part, "", "", false, rows, List.of(arguments));
        }

        Count inBusinessTime() {
            return new Count(part, kind, state, true, rows, arguments);
        }
    }

    @Override
    public List<StuckWork> find(Instant due) {
        return counts(due).stream().flatMap(count -> measure(count).stream()).toList();
    }

    private List<Count> counts(Instant due) {
        var counts = new ArrayList<Count>();
        counts.add(new Count(Part.OUTBOX, "select at as t from outbox order by shard, id"));
        counts.add(new Count(Part.BATCHES, "select created_at as t from batch order by created_at, id"));
        Arrays.stream(Channel.values())
                .filter(Channel::leadsToPayers)
                .flatMap(JdbcStuckWorks::notices)
                .forEach(counts::add);
        Stream.of("REQUESTED", "SENT", "WAITING", "UNKNOWN")
                .map(JdbcStuckWorks::operations)
                .forEach(counts::add);
        counts.add(new Count(
                        Part.SCHEDULES,
                        "select due_at as t from schedule where due_at < ? order by due_at, invoice_id",
                        timestamp(due))
                .inBusinessTime());
        counts.add(new Count(
                        Part.EXPIRIES,
                        "select expires_at as t from invoice where expires_at < ? order by expires_at, id",
                        timestamp(due))
                .inBusinessTime());
        Arrays.stream(Dialect.values()).flatMap(JdbcStuckWorks::callbacks).forEach(counts::add);
        counts.add(new Count(
                        Part.ENDPOINTS,
                        "select suspended_at as t from endpoint where suspended_at is not null order by suspended_at, id")
                .inBusinessTime());
        counts.add(new Count(
                        Part.ALARMS,
                        "select at as t from payment_alarm where resolved_at is null order by resolved_at, at, id")
                .inBusinessTime());
        counts.add(new Count(
                        Part.DIFFERENCES,
                        "select at as t from payment_difference where resolved_at is null order by resolved_at, at, id")
                .inBusinessTime());
        counts.add(new Count(
                        Part.TRANSFERS,
                        "select at as t from incoming_transfer where state = 'UNMATCHED' order by state, at")
                .inBusinessTime());
        counts.add(new Count(
                        Part.LATE_MONEY, "select at as t from unmatched_money where state = 'KEPT' order by state, at")
                .inBusinessTime());
        return counts;
    }

    private static Stream<Count> notices(Channel channel) {
        return Stream.of("READY", "QUEUED", "SENDING", "PARKED")
                .map(state -> new Count(
                        Part.NOTICES,
                        channel.text(),
                        state,
                        false,
                        "select updated_at as t from notice where state = ? and channel = ? order by state, channel, due_at, id",
                        List.of(state, channel.name())));
    }

    private static Count operations(String state) {
        return new Count(
                Part.OPERATIONS,
                "",
                state,
                true,
                "select created_at as t from operation where state = ? order by state, lease_until, id",
                List.of(state));
    }

    private static Stream<Count> callbacks(Dialect dialect) {
        return Stream.of("WAITING", "APART", "DELIVERING", "HELD", "DEAD")
                .map(state -> new Count(
                        Part.CALLBACKS,
                        dialect.text(),
                        state,
                        true,
                        "select waiting_since as t from callback where dialect = ? and state = ?"
                                + " order by dialect, state, waiting_since, id",
                        List.of(dialect.name(), state)));
    }

    private List<StuckWork> measure(Count count) {
        return jdbc
                .sql("select count(*) as n, min(t) as oldest from (" + count.rows() + " limit " + (MOST + 1) + ") w")
                .params(count.arguments())
                .query((row, n) -> {
                    long found = row.getLong("n");
                    return found == 0 ? null : work(count, found, instant(row, "oldest"));
                })
                .list()
                .stream()
                .filter(work -> work != null)
                .toList();
    }

    private static StuckWork work(Count count, long found, Instant oldest) {
        return new StuckWork(
                count.part(),
                count.kind(),
                count.state(),
                Math.min(found, MOST),
                found > MOST,
                oldest,
                count.businessTime());
    }
}
