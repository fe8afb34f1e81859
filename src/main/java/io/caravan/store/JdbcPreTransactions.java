package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalInstant;
import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.pretransaction.PreTransaction;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.pretransaction.ShortCode;
import io.caravan.core.pretransaction.SmsSummary;
import io.caravan.core.pretransaction.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pre-transactions in their table; what decides nothing is one JSON column. */
public final class JdbcPreTransactions implements PreTransactions {

    private static final String SELECT =
            """
            select i.id, i.merchant_id, i.issuer_id, i.dialect, i.delivery, i.phone, i.currency, i.total, i.due_date,
                i.document, i.status, i.number, i.payment_date, i.claim, i.created_at,
                p.partner_id, p.reference_id, p.correlation_id, p.short_code, p.link_id, p.direct, p.expires_at,
                p.accessed_at, p.terms,
                (select count(*) from sms where sms.invoice_id = i.id and sms.state <> 'WRITTEN'
                    and not exists (select 1 from notice n where n.id = sms.id and n.kind = 'INVOICE_RECEIPT')) as sms_sent,
                (select count(*) from sms where sms.invoice_id = i.id and sms.state = 'DELIVERED'
                    and not exists (select 1 from notice n where n.id = sms.id and n.kind = 'INVOICE_RECEIPT')) as sms_delivered,
                (select coalesce(sum(sms.parts), 0) from sms where sms.invoice_id = i.id and sms.state <> 'WRITTEN'
                    and not exists (select 1 from notice n where n.id = sms.id and n.kind = 'INVOICE_RECEIPT')) as sms_parts
            from pre_transaction p
            join invoice i on i.id = p.invoice_id
            where\s""";

    private final JdbcClient jdbc;

    public JdbcPreTransactions(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public boolean add(PreTransaction one) {
        return jdbc.sql(
                                """
                                insert into pre_transaction (invoice_id, merchant_id, partner_id, reference_id, correlation_id,
                                    short_code, link_id, direct, expires_at, accessed_at, terms, created_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(one.invoice().value())
                        .param(one.merchant().value())
                        .param(one.partner())
                        .param(one.referenceId().orElse(null))
                        .param(one.correlationId().orElse(null))
                        .param(one.shortCode().text())
                        .param(one.linkId().orElse(null))
                        .param(one.direct())
                        .param(one.expiresAt().map(Columns::timestamp).orElse(null))
                        .param(one.accessedAt().map(Columns::timestamp).orElse(null))
                        .param(Json.write(one.terms()))
                        .param(timestamp(one.createdAt()))
                        .update()
                == 1;
    }

    @Override
    public Optional<PreTransactionDetails> find(MerchantId merchant, InvoiceId id) {
        return select("p.invoice_id = ? and p.merchant_id = ? and not p.direct", id.value(), merchant.value());
    }

    @Override
    public Optional<PreTransactionDetails> find(InvoiceId id) {
        return select("p.invoice_id = ?", id.value());
    }

    @Override
    public Optional<PreTransactionDetails> find(MerchantId merchant, String referenceId) {
        return select("p.merchant_id = ? and p.reference_id = ? and not p.direct", merchant.value(), referenceId);
    }

    @Override
    public boolean isUsed(MerchantId merchant, String referenceId) {
        return jdbc.sql("select count(*) from pre_transaction where merchant_id = ? and reference_id = ?")
                        .params(merchant.value(), referenceId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public List<PreTransactionDetails> list(MerchantId merchant, String correlationId, int skip, int top) {
        return jdbc.sql(
                        SELECT
                                + """
                        p.merchant_id = ? and p.correlation_id = ? and not p.direct
                        order by p.created_at, p.invoice_id
                        limit ? offset ?
                        """)
                .params(merchant.value(), correlationId, top, skip)
                .query((row, n) -> details(row))
                .list();
    }

    @Override
    public Optional<PreTransactionDetails> find(ShortCode code) {
        return select("p.short_code = ?", code.text());
    }

    @Override
    public Optional<PreTransactionDetails> findByLink(UUID link) {
        return select("p.link_id = ?", link);
    }

    @Override
    public boolean access(InvoiceId id, Instant at) {
        return jdbc.sql("update pre_transaction set accessed_at = ? where invoice_id = ? and accessed_at is null")
                        .params(timestamp(at), id.value())
                        .update()
                == 1;
    }

    private Optional<PreTransactionDetails> select(String condition, Object... params) {
        return jdbc.sql(SELECT + condition)
                .params(params)
                .query((row, n) -> details(row))
                .optional();
    }

    private static PreTransactionDetails details(ResultSet row) throws SQLException {
        var preTransaction = new PreTransaction(
                new InvoiceId(uuid(row, "id")),
                new MerchantId(uuid(row, "merchant_id")),
                row.getInt("partner_id"),
                Optional.ofNullable(row.getString("reference_id")),
                Optional.ofNullable(row.getString("correlation_id")),
                new ShortCode(row.getString("short_code")),
                optionalUuid(row, "link_id"),
                row.getBoolean("direct"),
                optionalInstant(row, "expires_at"),
                optionalInstant(row, "accessed_at"),
                Json.read(row.getString("terms"), Terms.class),
                instant(row, "created_at"));
        var sms = new SmsSummary(row.getInt("sms_sent") > 0, row.getInt("sms_delivered") > 0, row.getInt("sms_parts"));
        return new PreTransactionDetails(preTransaction, JdbcInvoices.invoice(row), sms);
    }
}
