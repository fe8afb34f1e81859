package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.PaymentInvoiceQuery;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.PaymentReference;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payment invoices in their table. */
public final class JdbcPaymentInvoices implements PaymentInvoices {

    /** A step through all numbers of twelve digits that do not begin with 0, so that neighbours do not look alike. */
    private static final long STEP = 387_420_489;

    /** As of transactions that have lost a race and are tried again. */
    private static final String AGAIN = "40001";

    private static final long NUMBERS = 900_000_000_000L;
    private static final long FIRST = 100_000_000_000L;

    /** The condition that a page is after this has H2 take the index in whose order pages are. */
    private static final OffsetDateTime EVER = timestamp(Instant.EPOCH);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Clock realTime;

    /** @param realTime for what the bank is to be told and asked */
    public JdbcPaymentInvoices(TransactionalJdbc jdbc, Clock clock, Clock realTime) {
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
        this.realTime = realTime;
    }

    @Override
    public String nextNumber() {
        long next =
                jdbc.sql("select nextval('payment_number')").query(Long.class).single();
        var scattered = java.math.BigInteger.valueOf(next)
                .multiply(java.math.BigInteger.valueOf(STEP))
                .mod(java.math.BigInteger.valueOf(NUMBERS));
        return Long.toString(FIRST + scattered.longValueExact());
    }

    @Override
    public boolean add(PaymentInvoice invoice) {
        var isNew = jdbc.sql(
                                """
                                insert into payment_invoice (payment_id, id, merchant_id, account, reference_id, request_hash,
                                    service, test_mode, reference, reference_key, requisites, confirmation, asked_at, expires_at,
                                    reason, terms, created_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(invoice.payment().value())
                        .param(invoice.id().text())
                        .param(invoice.merchant().value())
                        .param(invoice.account())
                        .param(invoice.merchantReference().orElse(null))
                        .param(invoice.requestHash())
                        .param(invoice.service().orElse(null))
                        .param(invoice.testMode())
                        .param(invoice.reference().text())
                        .param(invoice.reference().key())
                        .param(invoice.requisites().map(Json::write).orElse(null))
                        .param(invoice.confirmation().map(Json::write).orElse(null))
                        .param(timestamp(realTime.instant()))
                        .param(timestamp(invoice.expiresAt()))
                        .param(invoice.reason().orElse(null))
                        .param(Json.write(invoice.terms()))
                        .param(timestamp(clock.instant()))
                        .update()
                == 1;
        if (!isNew
                && invoice.merchantReference()
                        .flatMap(reference -> find(invoice.merchant(), invoice.account(), reference))
                        .isEmpty()) {
            throw new DuplicateKeyException(
                    "the row that is in the way cannot be seen yet", new SQLException("", AGAIN));
        }
        return isNew;
    }

    @Override
    public void limit(PaymentInvoice invoice) {
        jdbc.sql("update payment set expires_at = ? where id = ?")
                .params(timestamp(invoice.expiresAt()), invoice.payment().value())
                .update();
    }

    @Override
    public void update(PaymentInvoice invoice) {
        jdbc.sql(
                        """
                        update payment_invoice
                        set service = ?, reference = ?, reference_key = ?, requisites = ?, confirmation = ?, reason = ?
                        where payment_id = ?
                        """)
                .param(invoice.service().orElse(null))
                .param(invoice.reference().text())
                .param(invoice.reference().key())
                .param(invoice.requisites().map(Json::write).orElse(null))
                .param(invoice.confirmation().map(Json::write).orElse(null))
                .param(invoice.reason().orElse(null))
                .param(invoice.payment().value())
                .update();
    }

    @Override
    public Optional<PaymentInvoice> find(PaymentInvoiceId id) {
        return one("i.id = ?", id.text());
    }

    @Override
    public Optional<PaymentInvoice> find(MerchantId merchant, PaymentInvoiceId id) {
        return one("i.merchant_id = ? and i.id = ?", merchant.value(), id.text());
    }

    @Override
    public Optional<PaymentInvoice> find(MerchantId merchant, String account, String merchantReference) {
        return one(
                "i.merchant_id = ? and i.account = ? and i.reference_id = ?",
                merchant.value(),
                account,
                merchantReference);
    }

    @Override
    public Optional<PaymentInvoice> find(PaymentId payment) {
        return one("i.payment_id = ?", payment.value());
    }

    @Override
    public Optional<PaymentInvoice> quoted(String reference) {
        var key = PaymentReference.key(reference);
        return key.isEmpty() ? Optional.empty() : one("i.reference_key = ?", key);
    }

    @Override
    public List<PaymentInvoice> list(PaymentInvoiceQuery query) {
        var order = query.newestFirst() ? "desc" : "asc";
        var rows = new PaymentInvoiceRows(query);
        return jdbc.sql(PaymentInvoiceRows.SELECT
                        + rows.condition()
                        + " and i.created_at >= ? order by i.merchant_id %1$s, i.created_at %1$s, i.id %1$s"
                                .formatted(order)
                        + " limit ? offset ?")
                .params(rows.values())
                .param(EVER)
                .param(query.size())
                .param((long) (query.page() - 1) * query.size())
                .query((row, n) -> PaymentInvoiceRows.invoice(row))
                .list();
    }

    @Override
    public int count(PaymentInvoiceQuery query, int most) {
        var rows = new PaymentInvoiceRows(query);
        var payments = query.status().isPresent() ? "join payment p on p.id = i.payment_id " : "";
        return jdbc.sql("select count(*) from (select i.id from payment_invoice i " + payments + "where "
                        + rows.condition() + " limit ?) counted")
                .params(rows.values())
                .param(most)
                .query(Integer.class)
                .single();
    }

    @Override
    public void tellLater(PaymentId payment, Instant from) {
        jdbc.sql("update payment_invoice set untold_since = ? where payment_id = ?")
                .params(timestamp(from), payment.value())
                .update();
    }

    @Override
    public void told(PaymentId payment) {
        jdbc.sql("update payment_invoice set untold_since = null where payment_id = ?")
                .param(payment.value())
                .update();
    }

    @Override
    public List<PaymentInvoice> takeUntold(Instant realNow, Duration lease, int limit) {
        return take("untold_since", "untold_since <= ?", realNow, realNow.plus(lease), limit);
    }

    @Override
    public List<PaymentInvoice> takeUnasked(Instant realNow, Duration wait, int limit) {
        jdbc.sql(
                        """
                        update payment_invoice
                        set asked_at = null
                        where asked_at <= ? and not exists (
                            select 1 from payment p where p.id = payment_invoice.payment_id and p.status = 'CREATED')
                        """)
                .param(timestamp(realNow.minus(wait)))
                .update();
        return take("asked_at", "asked_at <= ? and requisites is not null", realNow.minus(wait), realNow, limit);
    }

    /** Whoever changes the time of a row has it. */
    private List<PaymentInvoice> take(String column, String condition, Instant until, Instant next, int limit) {
        return jdbc
                .sql("select payment_id from payment_invoice where " + condition + " order by " + column
                        + ", payment_id limit ?")
                .params(timestamp(until), limit)
                .query(UUID.class)
                .list()
                .stream()
                .filter(id -> jdbc.sql("update payment_invoice set " + column + " = ? where payment_id = ? and "
                                        + column + " <= ?")
                                .params(timestamp(next), id, timestamp(until))
                                .update()
                        == 1)
                .map(id -> find(new PaymentId(id)).orElseThrow())
                .toList();
    }

    private Optional<PaymentInvoice> one(String condition, Object... values) {
        return jdbc.sql(PaymentInvoiceRows.SELECT + condition)
                .params(values)
                .query((row, n) -> PaymentInvoiceRows.invoice(row))
                .optional();
    }
}
