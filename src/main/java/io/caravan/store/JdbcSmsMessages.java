package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.notice.NoticeId;
import io.caravan.core.sms.InboundSms;
import io.caravan.core.sms.Originator;
import io.caravan.core.sms.Sms;
import io.caravan.core.sms.SmsMessages;
import io.caravan.core.sms.SmsState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SMS in their tables: one for those that are sent, one for those that come. */
public final class JdbcSmsMessages implements SmsMessages {

    private final JdbcClient jdbc;

    public JdbcSmsMessages(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public void add(Sms sms, Instant now) {
        jdbc.sql(
                        """
                        insert into sms (id, invoice_id, merchant_id, dialect, originator, parts, state, number,
                            created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .param(sms.id().value())
                .param(sms.invoice().value())
                .param(sms.merchant().value())
                .param(sms.dialect().name())
                .param(sms.originator().text())
                .param(sms.parts())
                .param(sms.state().name())
                .param(sms.number())
                .param(timestamp(now))
                .param(timestamp(now))
                .update();
    }

    @Override
    public Optional<Sms> lock(NoticeId id) {
        return jdbc.sql("select * from sms where id = ? for update")
                .param(id.value())
                .query((row, n) -> sms(row))
                .optional();
    }

    @Override
    public Optional<Sms> lock(String gatewayId) {
        return jdbc
                .sql("select * from sms where gateway_id = ? order by created_at desc for update")
                .param(gatewayId)
                .query((row, n) -> sms(row))
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public void update(Sms sms, Instant now) {
        jdbc.sql(
                        """
                        update sms
                        set state = ?, number = ?, gateway = ?, gateway_id = ?, reason = ?, updated_at = ?
                        where id = ?
                        """)
                .param(sms.state().name())
                .param(sms.number())
                .param(sms.gateway().map(Sms.Taken::gateway).orElse(null))
                .param(sms.gateway().flatMap(Sms.Taken::id).orElse(null))
                .param(sms.reason().orElse(null))
                .param(timestamp(now))
                .param(sms.id().value())
                .update();
    }

    @Override
    public List<Sms> of(MerchantId merchant, InvoiceId invoice) {
        return jdbc.sql("select * from sms where invoice_id = ? and merchant_id = ? order by created_at, id")
                .param(invoice.value())
                .param(merchant.value())
                .query((row, n) -> sms(row))
                .list();
    }

    @Override
    public boolean hear(InboundSms sms, Instant now) {
        return jdbc.sql(
                                """
                                insert into sms_inbound (id, sender, recipient, text, at)
                                values (?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(sms.id())
                        .param(sms.from().number())
                        .param(sms.to())
                        .param(sms.text())
                        .param(timestamp(now))
                        .update()
                == 1;
    }

    @Override
    public int forgetInboundBefore(Instant time, int limit) {
        return jdbc.sql("delete from sms_inbound where id in (select id from sms_inbound where at <= ? limit ?)")
                .param(timestamp(time))
                .param(limit)
                .update();
    }

    private static Sms sms(ResultSet row) throws SQLException {
        return new Sms(
                new NoticeId(uuid(row, "id")),
                new InvoiceId(uuid(row, "invoice_id")),
                new MerchantId(uuid(row, "merchant_id")),
                Dialect.valueOf(row.getString("dialect")),
                new Originator(row.getString("originator")),
                row.getInt("parts"),
                SmsState.valueOf(row.getString("state")),
                row.getInt("number"),
                gateway(row),
                Optional.ofNullable(row.getString("reason")));
    }

    private static Optional<Sms.Taken> gateway(ResultSet row) throws SQLException {
        var id = Optional.ofNullable(row.getString("gateway_id"));
        return Optional.ofNullable(row.getString("gateway")).map(name -> new Sms.Taken(name, id));
    }
}
