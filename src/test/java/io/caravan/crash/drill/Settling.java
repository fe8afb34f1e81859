package io.caravan.crash.drill;

import io.caravan.support.MachineTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits until nothing is left to be done. */
final class Settling {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** What is still on its way, by the table that holds it. */
    private static final Map<String, String> WORK = Map.of(
            "outbox", "select count(*) from outbox",
            "notices", "select count(*) from notice where state in ('READY', 'QUEUED', 'SENDING')",
            "callbacks", "select count(*) from callback where state in ('WAITING', 'APART', 'DELIVERING')",
            "operations", "select count(*) from operation where state in ('REQUESTED', 'SENT', 'UNKNOWN')",
            "claims", "select count(*) from invoice where claim is not null and status in ('CREATED', 'ACCEPTED')",
            "schedules",
                    "select count(*) from invoice where payment_date is not null and status in ('CREATED', 'ACCEPTED')");

    private final Site site;
    private final Journal journal;
    private final Progress progress;

    Settling(Site site, Journal journal, Progress progress) {
        this.site = site;
        this.journal = journal;
        this.progress = progress;
    }

    void await() {
        var left = new AtomicReference<>(Map.<String, Long>of());
        var pause = Duration.ofSeconds(site.database.isPresent() ? 2 : 20);
        var time = new MachineTime();
        Awaitility.await()
                .forever()
                .pollInSameThread()
                .pollDelay(pause)
                .pollInterval(pause)
                .until(() -> {
                    left.set(site.look(Settling::left));
                    progress.say("settling, left: " + left);
                    return left.get().isEmpty() || time.hasPassed(PATIENCE);
                });
        left.get()
                .forEach((what, count) -> journal.broken(
                        count + " " + what + " are still on their way " + PATIENCE + " after the last kill"));
    }

    private static Map<String, Long> left(JdbcClient tables) {
        var left = new LinkedHashMap<String, Long>();
        WORK.forEach((what, sql) -> {
            var count = tables.sql(sql).query(Long.class).single();
            if (count > 0) {
                left.put(what, count);
            }
        });
        return left;
    }
}
