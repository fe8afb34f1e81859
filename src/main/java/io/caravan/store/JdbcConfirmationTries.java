package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;

import io.caravan.core.paymentinvoice.ConfirmationTries;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tries to confirm, as columns of what they are for. */
public final class JdbcConfirmationTries implements ConfirmationTries {

    private final JdbcClient jdbc;
    private final Clock realTime;

    public JdbcConfirmationTries(TransactionalJdbc jdbc, Clock realTime) {
        this.jdbc = JdbcClient.create(jdbc);
        this.realTime = realTime;
    }

    @Override
    public Optional<Duration> count(PaymentInvoiceId id, int most, Duration within) {
        var now = realTime.instant();
        var before = now.minus(within);
        var counted = jdbc.sql(
                                """
                                update payment_invoice
                                set tries = case when tried_since > ? then tries + 1 else 1 end,
                                    tried_since = case when tried_since > ? then tried_since else ? end
                                where id = ? and (tried_since is null or tried_since <= ? or tries < ?)
                                """)
                        .params(timestamp(before), timestamp(before), timestamp(now))
                        .params(id.text(), timestamp(before), most)
                        .update()
                == 1;
        return counted
                ? Optional.empty()
                : jdbc.sql("select tried_since from payment_invoice where id = ?")
                        .param(id.text())
                        .query((row, n) -> Duration.between(
                                now, instant(row, "tried_since").plus(within)))
                        .optional();
    }
}
