package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.privacy.OldRow;
import io.caravan.core.privacy.OldRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes old rows, along an index on their age. */
public final class JdbcOldRows implements OldRows {

    private final JdbcClient jdbc;

    public JdbcOldRows(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public int forget(OldRow kind, Instant before, int limit) {
        return jdbc.sql(statement(kind))
                .params(kind == OldRow.DAILY_COUNT ? day(before) : timestamp(before), limit)
                .update();
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static String statement(OldRow kind) {
        return switch (kind) {
            case NOTICE ->
                """
                delete from notice
                where id in (
                    select id from notice
                    where created_at < ? and state in ('SENT', 'PARKED', 'DROPPED')
                    order by created_at, id limit ?)
                """;
            case DAILY_COUNT ->
                """
                delete from daily_count
                where (merchant_id, phone, on_day) in (
                    select merchant_id, phone, on_day from daily_count where on_day < ? order by on_day limit ?)
                """;
            case ACT ->
                """
                delete from operator_act
                where id in (select id from operator_act where at < ? order by at, id limit ?)
                """;
            case OLD_SECRET ->
                """
                delete from old_secret
                where id in (select id from old_secret where good_until <= ? order by good_until limit ?)
                """;
            case PROFILE_CONSENT ->
                """
                delete from profile_consent
                where payment_id in (select payment_id from profile_consent where at < ? order by at limit ?)
                """;
            case ERASURE ->
                """
                delete from erasure
                where id in (select id from erasure where done_at < ? order by done_at, id limit ?)
                """;
        };
    }
}
