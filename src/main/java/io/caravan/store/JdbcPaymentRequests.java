package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.page.PageToken;
import io.caravan.core.page.PageTokens;
import io.caravan.core.page.PaymentPage;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentrequest.PaymentRequest;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.paymentrequest.PaymentTerms;
import io.caravan.core.paymentrequest.UserFlow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payment requests in their table, which has the hashes of tokens and no token. */
public final class JdbcPaymentRequests implements PaymentRequests {

    private static final String SELECT =
            """
            select payment_id, merchant_id, msn, reference, flow, phone, named, expires_at, terms, page_version, page_key
            from payment_request
            where\s""";

    private final JdbcClient jdbc;
    private final PageTokens tokens;

    public JdbcPaymentRequests(TransactionalJdbc jdbc, PageTokens tokens) {
        this.jdbc = JdbcClient.create(jdbc);
        this.tokens = tokens;
    }

    @Override
    public boolean add(PaymentRequest request) {
        var page = request.page();
        var isNew = jdbc.sql(
                                """
                                insert into payment_request (payment_id, merchant_id, msn, reference, flow, phone, named, expires_at,
                                    terms, token_hash, page_version, page_key)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(request.payment().value())
                        .param(request.merchant().value())
                        .param(request.salesUnit())
                        .param(request.reference())
                        .param(request.flow().name())
                        .param(request.phone().map(Phone::number).orElse(null))
                        .param(request.named())
                        .param(timestamp(request.expiresAt()))
                        .param(Json.write(request.terms()))
                        .param(tokens.of(page).hash())
                        .param(page.version())
                        .param(page.key())
                        .update()
                == 1;
        if (isNew) {
            jdbc.sql("update payment set expires_at = ? where id = ?")
                    .params(timestamp(request.expiresAt()), request.payment().value())
                    .update();
        }
        return isNew;
    }

    @Override
    public Optional<PaymentRequest> find(MerchantId merchant, String salesUnit, String reference) {
        return jdbc.sql(SELECT + "merchant_id = ? and msn = ? and reference = ?")
                .params(merchant.value(), salesUnit, reference)
                .query((row, n) -> request(row))
                .optional();
    }

    @Override
    public Optional<PaymentRequest> find(PaymentId payment) {
        return jdbc.sql(SELECT + "payment_id = ?")
                .param(payment.value())
                .query((row, n) -> request(row))
                .optional();
    }

    @Override
    public Optional<PaymentRequest> find(PageToken token) {
        return jdbc.sql(SELECT + "token_hash = ?")
                .param(token.hash())
                .query((row, n) -> request(row))
                .optional();
    }

    @Override
    public void bind(PaymentId payment, Phone phone) {
        jdbc.sql("update payment_request set phone = ? where payment_id = ?")
                .params(phone.number(), payment.value())
                .update();
    }

    @Override
    public List<PaymentId> due(Instant now, int limit) {
        return jdbc
                .sql(
                        """
                        select p.id
                        from payment p
                        where p.expires_at <= ? and not exists (
                            select 1 from operation o
                            where o.payment_id = p.id and o.state in ('REQUESTED', 'SENT', 'WAITING', 'UNKNOWN'))
                        order by p.expires_at, p.id
                        limit ?
                        """)
                .params(timestamp(now), limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(PaymentId::new)
                .toList();
    }

    @Override
    public Optional<PaymentId> putOffExpiry(Instant now, Instant until) {
        var first = due(now, 1).stream().findFirst();
        first.ifPresent(id -> jdbc.sql("update payment set expires_at = ? where id = ? and expires_at <= ?")
                .params(timestamp(until), id.value(), timestamp(now))
                .update());
        return first;
    }

    private static PaymentRequest request(ResultSet row) throws SQLException {
        var payment = new PaymentId(uuid(row, "payment_id"));
        return new PaymentRequest(
                payment,
                new MerchantId(uuid(row, "merchant_id")),
                row.getString("msn"),
                row.getString("reference"),
                UserFlow.valueOf(row.getString("flow")),
                Optional.ofNullable(row.getString("phone")).map(Phone::new),
                row.getBoolean("named"),
                instant(row, "expires_at"),
                Json.read(row.getString("terms"), PaymentTerms.class),
                new PaymentPage(payment, row.getInt("page_version"), row.getString("page_key")));
    }
}
