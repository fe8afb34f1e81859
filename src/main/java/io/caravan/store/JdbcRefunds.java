package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.Refund;
import io.caravan.core.paymentinvoice.Refunds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What merchants have said of their refunds, beside the operations in theirs. */
public final class JdbcRefunds implements Refunds {

    private static final String SELECT =
            """
            select o.id, o.payment_id, o.provider, o.kind, o.currency, o.amount, o.state, o.fence, o.provider_reference,
                o.reason, o.return_url, o.page_url, o.request_key, i.id as invoice, r.reference_id, r.request_hash,
                r.description, r.created_at
            from payment_refund r
            join operation o on o.id = r.operation_id
            join payment_invoice i on i.payment_id = r.payment_id
            where\s""";

    private final JdbcClient jdbc;

    public JdbcRefunds(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public boolean add(MerchantId merchant, String account, Refund refund) {
        return jdbc.sql(
                                """
                        insert into payment_refund (operation_id, payment_id, merchant_id, account, reference_id, request_hash,
                            description, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .param(refund.operation().id().value())
                        .param(refund.operation().payment().value())
                        .param(merchant.value())
                        .param(account)
                        .param(refund.reference())
                        .param(refund.requestHash())
                        .param(refund.description().orElse(null))
                        .param(timestamp(refund.createdAt()))
                        .update()
                == 1;
    }

    @Override
    public Optional<Refund> find(MerchantId merchant, OperationId operation) {
        return jdbc.sql(SELECT + "r.merchant_id = ? and r.operation_id = ?")
                .params(merchant.value(), operation.value())
                .query((row, n) -> refund(row))
                .optional();
    }

    @Override
    public Optional<Refund> find(MerchantId merchant, String account, String reference) {
        return jdbc.sql(SELECT + "r.merchant_id = ? and r.account = ? and r.reference_id = ?")
                .params(merchant.value(), account, reference)
                .query((row, n) -> refund(row))
                .optional();
    }

    @Override
    public List<Refund> of(PaymentId payment) {
        return jdbc.sql(SELECT + "r.payment_id = ? order by r.created_at, r.operation_id")
                .param(payment.value())
                .query((row, n) -> refund(row))
                .list();
    }

    private static Refund refund(ResultSet row) throws SQLException {
        return new Refund(
                new PaymentInvoiceId(row.getString("invoice")),
                row.getString("reference_id"),
                Optional.ofNullable(row.getString("description")),
                row.getString("request_hash"),
                OperationRows.operation(row),
                instant(row, "created_at"));
    }
}
