package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.privacy.OldRow;
import io.caravan.core.privacy.OldRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Removes old rows, along an index on their age. */
public final class JdbcOldRows implements OldRows {

    /** By what it is not, so that H2 does not take the index of states for it. */
    private static final String ENDED = "state not in ('PLANNED', 'READY', 'QUEUED', 'SENDING')";

    private final TransactionalJdbc jdbc;

    public JdbcOldRows(TransactionalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int forget(OldRow kind, Instant before, int limit) {
        return switch (kind) {
            case NOTICE ->
                remove("notice", "id", "created_at < ? and " + ENDED + " order by created_at, id", before, limit);
            case DAILY_COUNT -> dailyCounts(before, limit);
            case ACT -> remove("operator_act", "id", "at < ? order by at, id", before, limit);
            case OLD_SECRET -> remove("old_secret", "id", "good_until <= ? order by good_until", before, limit);
            case PROFILE_CONSENT -> remove("profile_consent", "payment_id", "at < ? order by at", before, limit);
            case ERASURE -> remove("erasure", "id", "done_at < ? order by done_at, id", before, limit);
        };
    }

    private int remove(String table, String key, String old, Instant before, int limit) {
        return jdbc.update(
                "delete from %1$s where %2$s in (select %2$s from %1$s where %3$s limit ?)".formatted(table, key, old),
                timestamp(before),
                limit);
    }

    /** Up to the day before, as H2 reads all rows of the first day that is out of reach. */
    private int dailyCounts(Instant before, int limit) {
        return CompositeKeys.change(
                jdbc,
                "select merchant_id, phone, on_day from daily_count where on_day <= ? order by on_day limit ?",
                (row, n) -> new Object[] {
                    uuid(row, "merchant_id"), row.getString("phone"), row.getObject("on_day", LocalDate.class)
                },
                "delete from daily_count where merchant_id = ? and phone = ? and on_day = ?",
                day(before).minusDays(1),
                limit);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
