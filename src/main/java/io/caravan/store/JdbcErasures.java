package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalInstant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.payer.Phone;
import io.caravan.core.privacy.Erasure;
import io.caravan.core.privacy.ErasureStep;
import io.caravan.core.privacy.Erasures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wishes to be forgotten in their table. */
public final class JdbcErasures implements Erasures {

    /** After all; H2 takes an index for what is before something, and not for what is there at all. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String SELECT =
            """
            select id, phone, hint, asked_by, asked_at, next_at, source, after_at, after_id, changed, kept, erased, tries,
                done_at
            from erasure
            """;

    private final JdbcClient jdbc;

    public JdbcErasures(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public void ask(Erasure erasure) {
        var phone = erasure.phone().map(Phone::number).orElseThrow();
        while (!add(erasure, phone) && !beginAgain(erasure, phone)) {
            // the wish that was there is done by now
        }
    }

    private boolean add(Erasure erasure, String phone) {
        return jdbc.sql(
                                """
                                insert into erasure (id, phone, hint, asked_by, asked_at, next_at, source, after_at, after_id, changed,
                                    kept, erased, tries)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)
                                on conflict do nothing
                                """)
                        .param(erasure.id())
                        .param(phone)
                        .param(erasure.hint())
                        .param(erasure.askedBy())
                        .param(timestamp(erasure.askedAt()))
                        .param(timestamp(erasure.askedAt()))
                        .param(erasure.step().source().name())
                        .param(timestamp(erasure.step().afterAt()))
                        .param(erasure.step().afterId())
                        .update()
                == 1;
    }

    private boolean beginAgain(Erasure erasure, String phone) {
        return jdbc.sql(
                                "update erasure set asked_by = ?, asked_at = ?, next_at = ?, source = ?, after_at = ?, after_id = ?, "
                                        + "changed = 0, kept = 0, tries = 0 where phone = ?")
                        .param(erasure.askedBy())
                        .param(timestamp(erasure.askedAt()))
                        .param(timestamp(erasure.askedAt()))
                        .param(erasure.step().source().name())
                        .param(timestamp(erasure.step().afterAt()))
                        .param(erasure.step().afterId())
                        .param(phone)
                        .update()
                == 1;
    }

    /** Without an order: H2 would lock every row that matches. */
    @Override
    public Optional<Erasure> take(Instant now) {
        return jdbc.sql(SELECT + "where next_at <= ? limit 1 for update skip locked")
                .param(timestamp(now))
                .query((row, n) -> erasure(row))
                .optional();
    }

    @Override
    public Optional<Erasure> hold(UUID id) {
        return jdbc.sql(SELECT + "where id = ? and done_at is null for update")
                .param(id)
                .query((row, n) -> erasure(row))
                .optional();
    }

    @Override
    public long failing(int tries) {
        return jdbc.sql("select count(*) from erasure where next_at < ? and tries >= ?")
                .params(timestamp(NEVER), tries)
                .query(Long.class)
                .single();
    }

    @Override
    public void update(Erasure erasure) {
        jdbc.sql(
                        """
                        update erasure
                        set phone = ?, next_at = ?, source = ?, after_at = ?, after_id = ?, changed = ?, kept = ?, erased = ?,
                            tries = ?, done_at = ?
                        where id = ?
                        """)
                .param(erasure.phone().map(Phone::number).orElse(null))
                .param(erasure.nextAt().map(Columns::timestamp).orElse(null))
                .param(erasure.step().source().name())
                .param(timestamp(erasure.step().afterAt()))
                .param(erasure.step().afterId())
                .param(erasure.changed())
                .param(erasure.kept())
                .param(erasure.erased())
                .param(erasure.tries())
                .param(erasure.doneAt().map(Columns::timestamp).orElse(null))
                .param(erasure.id())
                .update();
    }

    @Override
    public List<Erasure> newest(int limit) {
        return jdbc.sql(SELECT + "order by id desc limit ?")
                .param(limit)
                .query((row, n) -> erasure(row))
                .list();
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                uuid(row, "id"),
                Optional.ofNullable(row.getString("phone")).map(Phone::new),
                row.getString("hint"),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                new ErasureStep(
                        ErasureStep.Source.valueOf(row.getString("source")),
                        instant(row, "after_at"),
                        uuid(row, "after_id")),
                row.getLong("changed"),
                row.getLong("kept"),
                row.getLong("erased"),
                row.getInt("tries"),
                optionalInstant(row, "next_at"),
                optionalInstant(row, "done_at"));
    }
}
