package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.pretransaction.PaymentChoices;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Choices in their table. */
public final class JdbcPaymentChoices implements PaymentChoices {

    private final JdbcClient jdbc;

    public JdbcPaymentChoices(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public void add(PaymentId payment, String provider, UUID visit) {
        jdbc.sql("insert into payment_choice (payment_id, provider, visit) values (?, ?, ?)")
                .params(payment.value(), provider, visit)
                .update();
    }

    @Override
    public Optional<PaymentId> find(UUID visit) {
        return id("select payment_id from payment_choice where visit = ?", visit);
    }

    @Override
    public Optional<UUID> visit(PaymentId payment) {
        return jdbc.sql("select visit from payment_choice where payment_id = ?")
                .param(payment.value())
                .query(UUID.class)
                .optional();
    }

    @Override
    public Optional<String> provider(PaymentId payment) {
        return jdbc.sql("select provider from payment_choice where payment_id = ?")
                .param(payment.value())
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<PaymentId> paidOrLatest(MerchantId merchant, String referenceId) {
        return id(
                """
                select p.id
                from pre_transaction t
                join payment p on p.invoice_id = t.invoice_id
                where t.merchant_id = ? and t.reference_id = ?
                order by case when p.captured > 0 then 0 else 1 end, p.created_at desc, p.id
                limit 1
                """,
                merchant.value(),
                referenceId);
    }

    @Override
    public List<PaymentId> since(MerchantId merchant, Instant from, int limit) {
        return jdbc
                .sql(
                        """
                        select id
                        from payment
                        where merchant_id = ? and dialect = 'MOBILEINVOICE' and created_at >= ?
                        order by created_at, id
                        limit ?
                        """)
                .params(merchant.value(), timestamp(from), limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(PaymentId::new)
                .toList();
    }

    private Optional<PaymentId> id(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(UUID.class).optional().map(PaymentId::new);
    }
}
