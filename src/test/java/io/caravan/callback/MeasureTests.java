package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;

import io.caravan.core.callback.*;
import io.caravan.support.*;
import java.util.*;

class MeasureTests {
    @OnBothDatabases
    void measure(StoreFixture store) {
        var desk = new ReplayDesk(store.dataSource());
        var rig = desk.rig;
        var merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, EPAYMENT, "https://shop.example/");
        var endpoint = rig.jdbc.queryForObject("select id from endpoint", UUID.class);
        var t = rig.business.instant().minusSeconds(100_000);
        int n = Integer.getInteger("rows", 100_000);
        for (int c = 0; c < n / 1000; c++) {
            var ev = new ArrayList<Object[]>();
            var cb = new ArrayList<Object[]>();
            for (int i = 0; i < 1000; i++) {
                var e = io.caravan.core.id.Uuids.ordered();
                var s = new UUID(7, (c * 1000 + i) / 3);
                int num = (c * 1000 + i) % 3;
                var at = t.plusMillis(c * 1000L + i).atOffset(java.time.ZoneOffset.UTC);
                ev.add(new Object[] {e, s, num, merchant.value(), at});
                cb.add(new Object[] {io.caravan.core.id.Uuids.ordered(), endpoint, merchant.value(), e, s, num, at, at
                });
            }
            rig.jdbc.batchUpdate(
                    "insert into event (id, subject_id, number, type, merchant_id, dialect, at, details) values (?,?,?,'INVOICE_PAID',?,'EPAYMENT',?,'{}')",
                    ev);
            rig.jdbc.batchUpdate(
                    "insert into callback (id, endpoint_id, merchant_id, dialect, event_id, subject_id, number, state, waiting_since, created_at) values (?,?,?,'EPAYMENT',?,?,?,'DEAD',?,?)",
                    cb);
        }
        System.gc();
        var rt = Runtime.getRuntime();
        for (int round = 0; round < 2; round++) {
            long a = System.nanoTime();
            long count = desk.replayAll(merchant, CallbackStatus.DEAD);
            long b = System.nanoTime();
            var chunks = new ArrayList<Long>();
            long before = System.nanoTime();
            while (desk.workOff()) {
                long now = System.nanoTime();
                chunks.add((now - before) / 1000);
                before = now;
            }
            Collections.sort(chunks);
            System.out.printf(
                    "MEASURE %s rows=%d request %.1f ms; %d chunks p50 %.1f ms p99 %.1f ms max %.1f ms, all %.1f s; heads %d%n",
                    store,
                    count,
                    (b - a) / 1e6,
                    chunks.size(),
                    chunks.get(chunks.size() / 2) / 1e3,
                    chunks.get(chunks.size() * 99 / 100) / 1e3,
                    chunks.get(chunks.size() - 1) / 1e3,
                    chunks.stream().mapToLong(x -> x).sum() / 1e6,
                    rig.jdbc.queryForObject("select count(*) from callback where ready_at is not null", Integer.class));
            a = System.nanoTime();
            var page = desk.list(new CallbackQuery(
                    merchant,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
            b = System.nanoTime();
            var p2 = desk.list(new CallbackQuery(
                    merchant,
                    Optional.of(CallbackStatus.PENDING),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    page.last()));
            long c = System.nanoTime();
            System.out.printf("MEASURE %s list %.1f ms, pending after %.1f ms%n", store, (b - a) / 1e6, (c - b) / 1e6);
            rig.jdbc.update("update callback set state='DEAD', ready_at=null");
            rig.later(java.time.Duration.ofSeconds(1));
        }
        rig.later(java.time.Duration.ofDays(100));
        long a = System.nanoTime();
        int rounds = 0;
        while (rig.inTransaction(() ->
                        desk.log.forgetCallbacks(rig.business.instant().minus(java.time.Duration.ofDays(90)), 5000))
                == 5000) rounds++;
        System.out.printf("MEASURE %s purge %d rounds %.1f s%n", store, rounds, (System.nanoTime() - a) / 1e9);
    }
}
