package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.id.Uuids;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.Moved;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.PaymentMethod;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.PhoneBill;
import io.caravan.core.payment.RefusedPayment;
import io.caravan.core.payment.Sale;
import io.caravan.core.payment.StatementText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Payments in their table. */
public final class JdbcPayments implements Payments {

    private static final String SELECT =
            """
            select id, merchant_id, dialect, invoice_id, payer_id, method, status, card, phone, confirmation, bank_text, currency,
                amount, authorized, captured, refunded, cancelled, number, created_at, msn, reference,
                capture_at_once
            from payment
            where id = ?
            """;

    private final JdbcClient jdbc;
    private final OperationRows operations;
    private final Runnable operationBell;

    /**
     * Rings the bell after each commit that leaves an operation for somebody else to send.
     *
     * @param realTime for leases
     */
    public JdbcPayments(TransactionalJdbc jdbc, Clock realTime, Runnable operationBell) {
        this.jdbc = JdbcClient.create(jdbc);
        this.operationBell = operationBell;
        this.operations = new OperationRows(this.jdbc, realTime);
    }

    @Override
    public void add(Payment payment, Operation operation, Duration patience) {
        add(payment);
        add(operation, patience);
    }

    @Override
    public void add(Payment payment) {
        jdbc.sql(
                        """
                        insert into payment (id, merchant_id, dialect, invoice_id, payer_id, method, status, card, phone,
                            confirmation, bank_text, currency, amount, authorized, captured, refunded, cancelled, number,
                            created_at, msn, reference, capture_at_once)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(payment.id().value())
                .param(payment.merchant().value())
                .param(payment.dialect().name())
                .param(payment.invoice().map(InvoiceId::value).orElse(null))
                .param(payment.payer().map(PayerId::value).orElse(null))
                .param(payment.method().name())
                .param(payment.status().name())
                .param(payment.card().orElse(null))
                .param(payment.bill().map(bill -> bill.phone().number()).orElse(null))
                .param(payment.bill().map(bill -> bill.confirmation().name()).orElse(null))
                .param(payment.text().value())
                .param(payment.amount().currency().getCurrencyCode())
                .param(payment.amount().minor())
                .param(payment.authorized().minor())
                .param(payment.captured().minor())
                .param(payment.refunded().minor())
                .param(payment.cancelled().minor())
                .param(payment.number())
                .param(timestamp(payment.createdAt()))
                .param(payment.sale().map(Sale::salesUnit).orElse(null))
                .param(payment.sale().map(Sale::reference).orElse(null))
                .param(payment.sale().map(Sale::captureAtOnce).orElse(null))
                .update();
    }

    @Override
    public void add(Operation operation, Duration patience) {
        operations.add(operation, patience);
        if (patience.isZero()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    operationBell.run();
                }
            });
        }
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return select(SELECT, id);
    }

    @Override
    public List<RefusedPayment> refused(InvoiceId invoice) {
        return jdbc.sql(
                        """
                        select p.id, p.payer_id, coalesce(o.reason, '') as reason, o.created_at
                        from payment p
                        join operation o on o.payment_id = p.id
                        where p.invoice_id = ? and p.method <> 'PHONE_BILL' and p.status = 'FAILED' and o.state = 'REFUSED'
                        order by o.created_at desc, o.id desc
                        """)
                .param(invoice.value())
                .query((row, n) -> new RefusedPayment(
                        new PaymentId(uuid(row, "id")),
                        optionalUuid(row, "payer_id").map(PayerId::new),
                        row.getString("reason"),
                        instant(row, "created_at")))
                .list();
    }

    @Override
    public int countAsked(Phone phone, Instant since) {
        lockAsked(phone);
        return jdbc.sql(
                        """
                        select count(*)
                        from payment p
                        join operation o on o.payment_id = p.id
                        where p.phone = ? and o.kind = 'CHARGE' and o.created_at > ?
                        """)
                .param(phone.number())
                .param(timestamp(since))
                .query(Integer.class)
                .single();
    }

    /** Nobody else counts what this phone was asked until the transaction ends. */
    private void lockAsked(Phone phone) {
        var row = Uuids.derived("asked " + phone.number()).toString();
        var locked = Optional.<String>empty();
        while (locked.isEmpty()) { // the purge may take the row away in between
            jdbc.sql("insert into prompt_address (address) values (?) on conflict do nothing")
                    .param(row)
                    .update();
            locked = jdbc.sql("select address from prompt_address where address = ? for update")
                    .param(row)
                    .query(String.class)
                    .optional();
        }
    }

    @Override
    public Optional<Payment> lock(PaymentId id) {
        return select(SELECT + "for update", id);
    }

    @Override
    public void update(Payment payment) {
        jdbc.sql(
                        """
                        update payment
                        set status = ?, method = ?, authorized = ?, captured = ?, refunded = ?, cancelled = ?, number = ?,
                            payer_id = ?, card = ?, expires_at = case when ? = 'CREATED' then expires_at else null end
                        where id = ?
                        """)
                .param(payment.status().name())
                .param(payment.method().name())
                .param(payment.authorized().minor())
                .param(payment.captured().minor())
                .param(payment.refunded().minor())
                .param(payment.cancelled().minor())
                .param(payment.number())
                .param(payment.payer().map(PayerId::value).orElse(null))
                .param(payment.card().orElse(null))
                .param(payment.status().name())
                .param(payment.id().value())
                .update();
    }

    @Override
    public Optional<Operation> operation(OperationId id) {
        return operations.find(id);
    }

    @Override
    public List<Operation> operations(PaymentId id) {
        return operations.of(id);
    }

    @Override
    public Instruction instruction(Operation operation) {
        return new Instruction(
                operation, find(operation.payment()).orElseThrow(), operations.money(operation.payment()));
    }

    @Override
    public List<Operation> unsent(int limit) {
        return operations.unsent(limit);
    }

    @Override
    public boolean take(Operation unsent, Duration lease) {
        return operations.take(unsent, lease);
    }

    @Override
    public Optional<Operation> lock(OperationId id) {
        return operations.lock(id);
    }

    @Override
    public void update(Operation operation) {
        operations.update(operation);
    }

    @Override
    public Optional<Operation> send(OperationId id, Duration lease) {
        return operations.send(id, lease);
    }

    @Override
    public List<Operation> silent(int limit) {
        return operations.silent(limit);
    }

    @Override
    public Optional<Operation> chase(Operation silent, Duration lease) {
        return operations.chase(silent, lease);
    }

    @Override
    public Optional<Operation> resend(OperationId id, long attempt, Duration age, Duration lease) {
        return operations.resend(id, attempt, age, lease);
    }

    private Optional<Payment> select(String sql, PaymentId id) {
        return jdbc.sql(sql).param(id.value()).query((row, n) -> payment(row)).optional();
    }

    private static Payment payment(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Payment(
                new PaymentId(uuid(row, "id")),
                new MerchantId(uuid(row, "merchant_id")),
                Dialect.valueOf(row.getString("dialect")),
                optionalUuid(row, "invoice_id").map(InvoiceId::new),
                optionalUuid(row, "payer_id").map(PayerId::new),
                PaymentMethod.valueOf(row.getString("method")),
                PaymentStatus.valueOf(row.getString("status")),
                optionalUuid(row, "card"),
                bill(row),
                new StatementText(row.getString("bank_text")),
                new Money(row.getLong("amount"), currency),
                new Moved(
                        new Money(row.getLong("authorized"), currency),
                        new Money(row.getLong("captured"), currency),
                        new Money(row.getLong("refunded"), currency),
                        new Money(row.getLong("cancelled"), currency)),
                row.getInt("number"),
                instant(row, "created_at"),
                sale(row));
    }

    private static Optional<Sale> sale(ResultSet row) throws SQLException {
        var atOnce = row.getBoolean("capture_at_once");
        var reference = row.getString("reference");
        return Optional.ofNullable(row.getString("msn")).map(msn -> new Sale(msn, reference, atOnce));
    }

    private static Optional<PhoneBill> bill(ResultSet row) throws SQLException {
        var confirmation = Optional.ofNullable(row.getString("confirmation")).map(Confirmation::valueOf);
        return Optional.ofNullable(row.getString("phone"))
                .map(phone -> new PhoneBill(new Phone(phone), confirmation.orElseThrow()));
    }
}
