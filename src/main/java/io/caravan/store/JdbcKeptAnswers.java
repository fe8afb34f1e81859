package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import com.fasterxml.jackson.core.type.TypeReference;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kept answers in their table. */
public final class JdbcKeptAnswers implements KeptAnswers {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    /** PostgreSQL: lock not available; H2: lock timeout. */
    private static final Set<String> WAITED_TOO_LONG = Set.of("55P03", "HYT00");

    private final TransactionalJdbc all;
    private final JdbcClient jdbc;
    private final Clock realTime;
    private final Database database;

    public JdbcKeptAnswers(TransactionalJdbc jdbc, Database database, Clock realTime) {
        this.all = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.database = database;
        this.realTime = realTime;
    }

    @Override
    public Optional<Answer> keep(MerchantId merchant, RequestKey key, Answer answer) {
        return insert(merchant, key, answer) ? Optional.empty() : Optional.of(read(merchant, key));
    }

    @Override
    public boolean has(MerchantId merchant, RequestKey key) {
        return jdbc.sql("select count(*) from kept_answer where merchant_id = ? and request_key = ? and hash = ?")
                        .params(merchant.value(), key.key(), key.hash())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void replace(MerchantId merchant, RequestKey key, Answer answer) {
        jdbc.sql(
                        """
                        update kept_answer
                        set status = ?, media_type = ?, body = ?, headers = ?
                        where merchant_id = ? and request_key = ? and hash = ?
                        """)
                .params(
                        answer.status(),
                        answer.mediaType(),
                        answer.body(),
                        Json.write(answer.headers()),
                        merchant.value(),
                        key.key(),
                        key.hash())
                .update();
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        return CompositeKeys.change(
                all,
                "select merchant_id, request_key from kept_answer where created_at < ? order by created_at limit ?",
                (row, n) -> new Object[] {uuid(row, "merchant_id"), row.getString("request_key"), timestamp(time)},
                "delete from kept_answer where merchant_id = ? and request_key = ? and created_at < ?",
                timestamp(time),
                limit);
    }

    private boolean insert(MerchantId merchant, RequestKey key, Answer answer) {
        try {
            database.waitForLocksAtMostTwoSeconds(jdbc);
            return jdbc.sql(
                                    """
                            insert into kept_answer (merchant_id, request_key, hash, status, media_type, body, headers,
                                created_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict do nothing
                            """)
                            .params(
                                    merchant.value(),
                                    key.key(),
                                    key.hash(),
                                    answer.status(),
                                    answer.mediaType(),
                                    answer.body(),
                                    Json.write(answer.headers()),
                                    timestamp(realTime.instant()))
                            .update()
                    == 1;
        } catch (DataAccessException e) {
            if (SqlStates.isOneOf(WAITED_TOO_LONG, e)) {
                throw Problem.of(ProblemCode.KEY_IN_USE, "Idempotency-Key");
            }
            throw e;
        }
    }

    private Answer read(MerchantId merchant, RequestKey key) {
        return jdbc.sql(
                        """
                        select hash, status, media_type, body, headers
                        from kept_answer
                        where merchant_id = ? and request_key = ?
                        """)
                .params(merchant.value(), key.key())
                .query((row, n) -> {
                    if (!row.getString("hash").equals(key.hash())) {
                        throw Problem.of(ProblemCode.KEY_REUSED, "Idempotency-Key");
                    }
                    return new Answer(
                            row.getInt("status"),
                            row.getString("media_type"),
                            row.getBytes("body"),
                            Json.read(row.getString("headers"), HEADERS));
                })
                .single();
    }
}
