package io.caravan.store;

import io.caravan.core.event.Outbox;
import io.caravan.core.health.Backlog;
import io.caravan.core.notice.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures the backlog by the ends of the indexes. */
public final class JdbcBacklog implements Backlog.Source {

    private final JdbcClient jdbc;
    private final Clock realTime;
    private final Duration resendAfter;

    /** {@code resendAfter} is how far ahead a queued notice's {@code due_at} is set. */
    public JdbcBacklog(TransactionalJdbc jdbc, Clock realTime, Duration resendAfter) {
        this.jdbc = JdbcClient.create(jdbc);
        this.realTime = realTime;
        this.resendAfter = resendAfter;
    }

    @Override
    public Backlog measure() {
        return new Backlog(
                oldestInOutbox(), oldest("READY", Duration.ZERO), oldest("QUEUED", resendAfter), oldestBatch());
    }

    private Duration oldestBatch() {
        return jdbc.sql("select created_at from batch order by created_at, id limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(this::age)
                .orElse(Duration.ZERO);
    }

    private Duration oldestInOutbox() {
        return IntStream.range(0, Outbox.SHARDS)
                .mapToObj(shard -> jdbc.sql("select at from outbox where shard = ? order by shard, id limit 1")
                        .param(shard)
                        .query(OffsetDateTime.class)
                        .optional())
                .flatMap(java.util.Optional::stream)
                .map(this::age)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** What is held waits because it should. */
    private Duration oldest(String state, Duration ahead) {
        return JdbcHolds.openToPayers(jdbc).stream()
                .map(channel -> oldest(state, channel, ahead))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Duration oldest(String state, Channel channel, Duration ahead) {
        return jdbc
                .sql("select min(due_at) from notice where state = ? and channel = ?")
                .param(state)
                .param(channel.name())
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(due -> age(due.minus(ahead)))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /** Never negative: a lease may lie ahead. */
    private Duration age(OffsetDateTime since) {
        var age = Duration.between(since.toInstant(), realTime.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
