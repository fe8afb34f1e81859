package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.timestamp;

import io.caravan.core.money.Money;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentinvoice.HeardTransfer;
import io.caravan.core.paymentinvoice.IncomingTransfer;
import io.caravan.core.paymentinvoice.TransferPlace;
import io.caravan.core.paymentinvoice.TransferState;
import io.caravan.core.paymentinvoice.Transfers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money that has come, in its table. */
public final class JdbcTransfers implements Transfers {

    private static final String SELECT =
            """
            select provider, id, reference, currency, amount, sender, state, payment_id, why, at
            from incoming_transfer
            where\s""";

    private final JdbcClient jdbc;

    public JdbcTransfers(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public boolean add(HeardTransfer heard) {
        var transfer = heard.transfer();
        return jdbc.sql(
                                """
                                insert into incoming_transfer (provider, id, reference, currency, amount, sender, state,
                                    payment_id, why, at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(transfer.provider())
                        .param(transfer.id())
                        .param(transfer.reference())
                        .param(transfer.amount().currency().getCurrencyCode())
                        .param(transfer.amount().minor())
                        .param(transfer.sender())
                        .param(heard.state().name())
                        .param(heard.payment().map(PaymentId::value).orElse(null))
                        .param(heard.why().orElse(null))
                        .param(timestamp(heard.at()))
                        .update()
                == 1;
    }

    @Override
    public Optional<HeardTransfer> find(String provider, String id) {
        return one(provider, id, "");
    }

    @Override
    public Optional<IncomingTransfer> find(PaymentId payment) {
        return jdbc.sql(SELECT + "payment_id = ?")
                .param(payment.value())
                .query((row, n) -> heard(row).transfer())
                .optional();
    }

    @Override
    public Optional<HeardTransfer> lock(String provider, String id) {
        return one(provider, id, " for update");
    }

    @Override
    public void update(HeardTransfer heard) {
        jdbc.sql("update incoming_transfer set state = ?, payment_id = ? where provider = ? and id = ?")
                .param(heard.state().name())
                .param(heard.payment().map(PaymentId::value).orElse(null))
                .param(heard.transfer().provider())
                .param(heard.transfer().id())
                .update();
    }

    @Override
    public void list(String provider, Collection<String> ids, LocalDate day) {
        ids.stream().sorted().forEach(id -> {
            jdbc.sql("update incoming_transfer set listed_on = ? where provider = ? and id = ?")
                    .params(day, provider, id)
                    .update();
            jdbc.sql(
                            """
                            update operation
                            set listed_on = ?
                            where kind = 'CHARGE' and provider_reference = ? and payment_id in (
                                select payment_id
                                from incoming_transfer
                                where provider = ? and id = ?)
                            """)
                    .params(day, id, provider, id)
                    .update();
        });
    }

    @Override
    public List<HeardTransfer> unmatched(TransferPlace after, int limit) {
        var at = timestamp(after.at());
        return jdbc.sql(
                        SELECT
                                + """
                                state = 'UNMATCHED' and at <= ?
                                    and (at < ? or provider < ? or (provider = ? and id < ?))
                                order by at desc, provider desc, id desc
                                limit ?
                                """)
                .params(at, at, after.provider(), after.provider(), after.id(), limit)
                .query((row, n) -> heard(row))
                .list();
    }

    private Optional<HeardTransfer> one(String provider, String id, String how) {
        return jdbc.sql(SELECT + "provider = ? and id = ?" + how)
                .params(provider, id)
                .query((row, n) -> heard(row))
                .optional();
    }

    private static HeardTransfer heard(ResultSet row) throws SQLException {
        var amount = new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
        return new HeardTransfer(
                new IncomingTransfer(
                        row.getString("provider"),
                        row.getString("id"),
                        row.getString("reference"),
                        amount,
                        row.getString("sender")),
                TransferState.valueOf(row.getString("state")),
                optionalUuid(row, "payment_id").map(PaymentId::new),
                Optional.ofNullable(row.getString("why")),
                instant(row, "at"));
    }
}
