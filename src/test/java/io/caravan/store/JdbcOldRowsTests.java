package io.caravan.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.privacy.OldRow;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What is removed because it is old, and what is not. */
class JdbcOldRowsTests {

    private static final Instant NOW = Instant.parse("2026-03-12T11:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

    @OnBothDatabases
    void noticesGoWhenTheyHaveEnded(StoreFixture store) {
        store.sql().update("delete from notice");
        List.of("SENT", "DROPPED", "PARKED", "READY").forEach(state -> notice(store, state, LONG_AGO));
        notice(store, "SENT", NOW);

        assertThat(forget(store, OldRow.NOTICE, 2)).isEqualTo(2);
        assertThat(forget(store, OldRow.NOTICE, 2)).isEqualTo(1);
        assertThat(forget(store, OldRow.NOTICE, 2)).isZero();

        assertThat(store.sql().queryForList("select state from notice order by created_at", String.class))
                .containsExactly("READY", "SENT");
    }

    @OnBothDatabases
    void countsOfPastDaysGo(StoreFixture store) {
        for (int day = 1; day <= 3; day++) {
            store.sql()
                    .update(
                            "insert into daily_count (merchant_id, phone, on_day, n) values (?, '+4571000000', ?, 1)",
                            UUID.randomUUID(),
                            LocalDate.ofInstant(NOW, ZoneOffset.UTC)
                                    .minusDays(2)
                                    .plusDays(day));
        }

        forget(store, OldRow.DAILY_COUNT, 10);

        assertThat(store.sql().queryForObject("select count(*) from daily_count", Integer.class))
                .isEqualTo(2);
    }

    @OnBothDatabases
    void replacedSecretsActsAndPermissionsGoWhenTheyAreOld(StoreFixture store) {
        for (var at : List.of(LONG_AGO, NOW.plusSeconds(1))) {
            var time = Columns.timestamp(at);
            store.sql()
                    .update(
                            "insert into old_secret (id, kind, owner, secret, replaced_at, good_until) values (?, 'CLIENT', 'x', 'x', ?, ?)",
                            UUID.randomUUID(),
                            time,
                            time);
            store.sql()
                    .update(
                            "insert into operator_act (id, at, operator, kind, subject, note) values (?, ?, 'x', 'HOLD', 'x', 'x')",
                            UUID.randomUUID(),
                            time);
        }

        assertThat(forget(store, OldRow.OLD_SECRET, 10)).isEqualTo(1);
        assertThat(forget(store, OldRow.ACT, 10)).isEqualTo(1);
        assertThat(forget(store, OldRow.PROFILE_CONSENT, 10)).isZero();
        assertThat(forget(store, OldRow.ERASURE, 10)).isZero();

        assertThat(store.sql().queryForObject("select count(*) from old_secret", Integer.class))
                .isEqualTo(1);
    }

    private static int forget(StoreFixture store, OldRow kind, int limit) {
        return store.inTransaction(() -> new JdbcOldRows(store.jdbc()).forget(kind, NOW, limit));
    }

    private static void notice(StoreFixture store, String state, Instant at) {
        var time = Columns.timestamp(at);
        store.sql()
                .update(
                        """
                insert into notice (id, event_id, subject_id, kind, channel, recipient, state, fence, due_at, created_at,
                    updated_at)
                values (?, ?, ?, 'INVOICE_CREATED', 'PUSH', '+4571000000', ?, 0, ?, ?, ?)
                """,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        state,
                        time,
                        time,
                        time);
    }
}
