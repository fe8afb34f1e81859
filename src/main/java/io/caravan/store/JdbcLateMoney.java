package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.money.Money;
import io.caravan.core.payment.LateMoney;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payment;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Late money in its table. */
public final class JdbcLateMoney implements LateMoney {

    private final JdbcClient jdbc;

    public JdbcLateMoney(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public void add(Operation refund, String why, Instant at) {
        jdbc.sql(
                        """
                        insert into unmatched_money (refund_id, payment_id, currency, amount, why, state, at, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(refund.id().value())
                .param(refund.payment().value())
                .param(refund.amount().currency().getCurrencyCode())
                .param(refund.amount().minor())
                .param(why)
                .param(State.RETURNING.name())
                .param(timestamp(at))
                .param(timestamp(at))
                .update();
    }

    @Override
    public boolean end(OperationId refund, State state, Instant at) {
        return jdbc.sql("update unmatched_money set state = ?, changed_at = ? where refund_id = ?")
                        .param(state.name())
                        .param(timestamp(at))
                        .param(refund.value())
                        .update()
                == 1;
    }

    @Override
    public Money kept(Payment payment) {
        var sum = jdbc.sql("select coalesce(sum(amount), 0) from unmatched_money where payment_id = ? and state = ?")
                .param(payment.id().value())
                .param(State.KEPT.name())
                .query(Long.class)
                .single();
        return new Money(sum, payment.amount().currency());
    }
}
