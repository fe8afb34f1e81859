package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.DoneForms;
import io.caravan.core.setup.Plan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forms that have been done in their table; what came of them is sealed until it has been shown. */
public final class JdbcDoneForms implements DoneForms {

    private static final int LONGEST = 1_000_000;

    private final JdbcClient jdbc;
    private final Sealer sealer;

    public JdbcDoneForms(TransactionalJdbc jdbc, Sealer sealer) {
        this.jdbc = JdbcClient.create(jdbc);
        this.sealer = sealer;
    }

    @Override
    public boolean contains(UUID form) {
        return jdbc.sql("select id from done_form where id = ?")
                .param(form)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    @Override
    public void add(UUID form, String operator, Plan result, Instant now) {
        var sealed = sealer.seal(Json.write(result).getBytes(StandardCharsets.UTF_8));
        if (sealed.length() > LONGEST) {
            throw InvalidInput.of("", "is too much for one form: write it into several, or use the command line");
        }
        jdbc.sql("insert into done_form (id, operator, result, at) values (?, ?, ?, ?)")
                .params(form, operator, sealed, timestamp(now))
                .update();
    }

    @Override
    public Optional<Plan> take(UUID form, String operator, Instant notBefore) {
        var sealed = jdbc.sql(
                        """
                        select result
                        from done_form
                        where id = ? and operator = ? and at >= ? and result is not null
                        for update
                        """)
                .params(form, operator, timestamp(notBefore))
                .query(String.class)
                .optional();
        jdbc.sql("update done_form set result = null where id = ? and operator = ?")
                .params(form, operator)
                .update();
        return sealed.map(result -> Json.read(new String(sealer.open(result), StandardCharsets.UTF_8), Plan.class));
    }

    @Override
    public void forget(Instant results, Instant forms) {
        jdbc.sql("update done_form set result = null where at < ? and result is not null")
                .param(timestamp(results))
                .update();
        jdbc.sql("delete from done_form where at < ?").param(timestamp(forms)).update();
    }
}
