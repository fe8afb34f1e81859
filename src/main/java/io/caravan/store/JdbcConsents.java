package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalInstant;
import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.consent.Consent;
import io.caravan.core.consent.ConsentId;
import io.caravan.core.consent.ConsentState;
import io.caravan.core.consent.Consents;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consents in their table; a second one has a row for each payer and issuer between whom one was granted. */
public final class JdbcConsents implements Consents {

    private static final String SELECT =
            """
            select c.id, c.merchant_id, c.issuer_id, c.invoice_id, c.dialect, c.payer_id, c.phone, c.state, c.number,
                c.created_at, c.granted_at
            from consent c
            """;

    /** The smallest of all ids. */
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    public JdbcConsents(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public void add(Consent consent) {
        jdbc.sql(
                        """
                        insert into consent (id, merchant_id, issuer_id, invoice_id, dialect, state, number, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(consent.id().value())
                .param(consent.merchant().value())
                .param(consent.issuer().value())
                .param(consent.invoice().value())
                .param(consent.dialect().name())
                .param(consent.state().name())
                .param(consent.number())
                .param(timestamp(consent.createdAt()))
                .update();
    }

    @Override
    public Optional<Consent> find(MerchantId merchant, ConsentId id) {
        return one("where c.id = ? and c.merchant_id = ?", id.value(), merchant.value());
    }

    @Override
    public Optional<Consent> find(ConsentId id) {
        return one("where c.id = ?", id.value());
    }

    @Override
    public Optional<Consent> lock(MerchantId merchant, ConsentId id) {
        return one("where c.id = ? and c.merchant_id = ? for update", id.value(), merchant.value());
    }

    @Override
    public Optional<Consent> lock(ConsentId id) {
        return one("where c.id = ? for update", id.value());
    }

    @Override
    public Optional<Consent> lock(InvoiceId invoice) {
        return one("where c.invoice_id = ? for update", invoice.value());
    }

    @Override
    public void update(Consent consent) {
        jdbc.sql(
                        """
                        update consent
                        set payer_id = ?, phone = ?, state = ?, number = ?, granted_at = ?
                        where id = ?
                        """)
                .param(consent.asked().map(asked -> asked.payer().value()).orElse(null))
                .param(consent.asked().map(asked -> asked.phone().number()).orElse(null))
                .param(consent.state().name())
                .param(consent.number())
                .param(consent.grantedAt().map(Columns::timestamp).orElse(null))
                .param(consent.id().value())
                .update();
        if (consent.state() == ConsentState.GRANTED) {
            consent.asked().ifPresent(asked -> grant(consent, asked.payer()));
        }
    }

    @Override
    public boolean isGranted(IssuerId issuer, PayerId payer) {
        return jdbc.sql("select count(*) from consent_grant where issuer_id = ? and payer_id = ?")
                        .params(issuer.value(), payer.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Override
    public List<Consent> granted(MerchantId merchant, IssuerId issuer, Optional<ConsentId> after, int limit) {
        var granted = jdbc.sql(
                        SELECT
                                + """
                        join consent_grant g on g.consent_id = c.id
                        where g.issuer_id = ? and g.consent_id > ?
                        order by g.issuer_id, g.consent_id
                        limit ?
                        """)
                .param(issuer.value())
                .param(after.map(ConsentId::value).orElse(FIRST))
                .param(limit)
                .query((row, n) -> consent(row))
                .list();
        return granted.stream()
                .filter(consent -> consent.merchant().equals(merchant))
                .toList();
    }

    @Override
    public List<Consent> of(PayerId payer, int limit) {
        return jdbc.sql(SELECT + "where c.payer_id = ? order by c.id limit ? for update")
                .params(payer.value(), limit)
                .query((row, n) -> consent(row))
                .list();
    }

    @Override
    public void delete(Consent consent) {
        int listed = jdbc.sql("delete from consent_grant where consent_id = ?")
                .param(consent.id().value())
                .update();
        jdbc.sql("delete from consent where id = ?").param(consent.id().value()).update();
        if (listed > 0) {
            consent.asked().ifPresent(asked -> another(consent.issuer(), asked.payer())
                    .ifPresent(other -> grant(other, asked.payer())));
        }
    }

    private Optional<Consent> another(IssuerId issuer, PayerId payer) {
        return one(
                "where c.issuer_id = ? and c.payer_id = ? and c.state = 'GRANTED' order by c.id limit 1",
                issuer.value(),
                payer.value());
    }

    private void grant(Consent consent, PayerId payer) {
        jdbc.sql("insert into consent_grant (issuer_id, payer_id, consent_id) values (?, ?, ?) on conflict do nothing")
                .params(consent.issuer().value(), payer.value(), consent.id().value())
                .update();
    }

    private Optional<Consent> one(String condition, Object... values) {
        return jdbc.sql(SELECT + condition)
                .params(values)
                .query((row, n) -> consent(row))
                .optional();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        var phone = Optional.ofNullable(row.getString("phone")).map(Phone::new);
        return new Consent(
                new ConsentId(uuid(row, "id")),
                new MerchantId(uuid(row, "merchant_id")),
                new IssuerId(uuid(row, "issuer_id")),
                new InvoiceId(uuid(row, "invoice_id")),
                Dialect.valueOf(row.getString("dialect")),
                optionalUuid(row, "payer_id")
                        .flatMap(payer -> phone.map(number -> new Consent.Asked(new PayerId(payer), number))),
                ConsentState.valueOf(row.getString("state")),
                row.getInt("number"),
                instant(row, "created_at"),
                optionalInstant(row, "granted_at"));
    }
}
