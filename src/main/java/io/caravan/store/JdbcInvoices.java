package io.caravan.store;

import static io.caravan.store.Columns.date;
import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalDate;
import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Expired;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDocument;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.PaymentId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invoices in their table; what they say to people is one JSON column. */
public final class JdbcInvoices implements Invoices {

    private static final int NUMBER_LENGTH = 255;

    static final String INSERT =
            """
            insert into invoice (id, merchant_id, issuer_id, dialect, delivery, phone, currency, total, due_date, document,
                fingerprint, status, number, created_at, expires_at, invoice_number)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String SELECT =
            """
            select id, merchant_id, issuer_id, dialect, delivery, phone, currency, total, due_date, document, status, number,
                payment_date, claim, created_at
            from invoice
            """;

    private static final String SELECT_ONE = SELECT + "where id = ?\n";

    static final String COUNT =
            "update daily_count set n = n + 1 where merchant_id = ? and phone = ? and on_day = ? and n < ?";

    /** What a link says that nobody took up: its merchant is told its status only, and no payer anything. */
    private static final String NOTHING = Json.write(InvoiceDocument.nothing());

    /** Open and over, neither claimed nor to be paid first. */
    private static final String OVER =
            """
            i.expires_at <= ? and i.status in ('CREATED', 'ACCEPTED') and i.claim is null
                and not exists (select 1 from schedule s where s.invoice_id = i.id and s.due_at is not null)
            """;

    private final JdbcOperations jdbc;
    private final JdbcClient client;

    public JdbcInvoices(TransactionalJdbc jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    @Override
    public boolean add(Invoice invoice, byte[] fingerprint, Instant expiresAt) {
        return jdbc.update(INSERT + "\non conflict do nothing", columns(invoice, fingerprint, timestamp(expiresAt)))
                == 1;
    }

    static Object[] columns(Invoice invoice, byte[] fingerprint, OffsetDateTime expiresAt) {
        var draft = invoice.draft();
        return new Object[] {
            invoice.id().value(),
            invoice.merchant().value(),
            draft.issuer().value(),
            draft.dialect().name(),
            draft.delivery().name(),
            draft.phone().map(Phone::number).orElse(null),
            draft.total().currency().getCurrencyCode(),
            draft.total().minor(),
            draft.dueDate(),
            Json.write(draft.document()),
            fingerprint,
            invoice.status().name(),
            invoice.number(),
            timestamp(invoice.createdAt()),
            expiresAt,
            draft.document().invoiceNumber().map(JdbcInvoices::cut).orElse(null)
        };
    }

    /** As much of it as can be looked for. */
    private static String cut(String number) {
        return number.length() > NUMBER_LENGTH ? number.substring(0, NUMBER_LENGTH) : number;
    }

    @Override
    public List<Boolean> exist(List<byte[]> fingerprints) {
        var found = new HashSet<>(jdbc.query(
                "select fingerprint from invoice where fingerprint = any(?)",
                (row, n) -> ByteBuffer.wrap(row.getBytes("fingerprint")),
                Arrays.bytes(fingerprints)));
        return fingerprints.stream()
                .map(fingerprint -> found.contains(ByteBuffer.wrap(fingerprint)))
                .toList();
    }

    @Override
    public List<Boolean> countDaily(MerchantId merchant, List<Phone> phones, LocalDate day, int limit) {
        var numbers = phones.stream().map(Phone::number).toList();
        jdbc.batchUpdate(
                "insert into daily_count (merchant_id, phone, on_day, n) values (?, ?, ?, 0) on conflict do nothing",
                numbers.stream()
                        .distinct()
                        .sorted()
                        .map(number -> new Object[] {merchant.value(), number, day})
                        .toList());
        var order = IntStream.range(0, numbers.size())
                .boxed()
                .sorted(Comparator.comparing(numbers::get))
                .toList();
        var counts = jdbc.batchUpdate(
                COUNT,
                order.stream()
                        .map(i -> new Object[] {merchant.value(), numbers.get(i), day, limit})
                        .toList());
        var within = new Boolean[numbers.size()];
        for (int i = 0; i < counts.length; i++) {
            within[order.get(i)] = counts[i] == 1;
        }
        return List.of(within);
    }

    @Override
    public Optional<Invoice> find(MerchantId merchant, InvoiceId id) {
        return client.sql(SELECT_ONE + "and merchant_id = ?")
                .param(id.value())
                .param(merchant.value())
                .query((row, n) -> invoice(row))
                .optional();
    }

    @Override
    public Optional<Invoice> find(InvoiceId id) {
        return client.sql(SELECT_ONE)
                .param(id.value())
                .query((row, n) -> invoice(row))
                .optional();
    }

    @Override
    public Optional<Invoice> lock(MerchantId merchant, InvoiceId id) {
        return client.sql(SELECT_ONE + "and merchant_id = ? for update")
                .param(id.value())
                .param(merchant.value())
                .query((row, n) -> invoice(row))
                .optional();
    }

    @Override
    public Optional<Invoice> lock(InvoiceId id) {
        return client.sql(SELECT_ONE + "for update")
                .param(id.value())
                .query((row, n) -> invoice(row))
                .optional();
    }

    @Override
    public void update(Invoice invoice) {
        client.sql(
                        """
                        update invoice
                        set status = ?, number = ?, payment_date = ?, claim = ?,
                            fingerprint = case when ? then null else fingerprint end,
                            expires_at = case when ? then null else expires_at end
                        where id = ?
                        """)
                .param(invoice.status().name())
                .param(invoice.number())
                .param(invoice.paymentDate().orElse(null))
                .param(invoice.claim().map(PaymentId::value).orElse(null))
                .param(mayComeAgain(invoice.status()))
                .param(invoice.status().isFinal())
                .param(invoice.id().value())
                .update();
    }

    /** First without locks, in the order of the index; then those are locked that are still so and free. */
    @Override
    public List<Expired> expire(Instant now, int limit) {
        var due = client.sql("select i.id from invoice i where " + OVER + " order by i.expires_at, i.id limit ?")
                .param(timestamp(now))
                .param(limit)
                .query(UUID.class)
                .list();
        if (due.isEmpty()) {
            return List.of();
        }
        var locked = client.sql("select i.id, i.merchant_id, i.dialect, i.number from invoice i where " + OVER
                        + " and i.id = any(?) for update skip locked")
                .param(timestamp(now))
                .param(Arrays.uuids(due, id -> id))
                .query((row, n) -> new Expired(
                        new InvoiceId(uuid(row, "id")),
                        new MerchantId(uuid(row, "merchant_id")),
                        Dialect.valueOf(row.getString("dialect")),
                        row.getInt("number") + 1))
                .list();
        client.sql(
                        """
                        update invoice
                        set status = 'EXPIRED', number = number + 1, fingerprint = null, expires_at = null,
                            phone = case when delivery = 'LINK' and payment_date is null then null else phone end,
                            document = case when delivery = 'LINK' and payment_date is null then ? else document end
                        where id = any(?)
                        """)
                .param(NOTHING)
                .param(Arrays.uuids(locked, expired -> expired.id().value()))
                .update();
        return locked;
    }

    @Override
    public Optional<InvoiceId> putOffExpiry(Instant now, Instant until) {
        var first = client.sql("select i.id from invoice i where " + OVER + " order by i.expires_at, i.id limit 1")
                .param(timestamp(now))
                .query(UUID.class)
                .optional();
        first.ifPresent(id -> client.sql("update invoice set expires_at = ? where id = ? and expires_at <= ?")
                .param(timestamp(until))
                .param(id)
                .param(timestamp(now))
                .update());
        return first.map(InvoiceId::new);
    }

    private static boolean mayComeAgain(InvoiceStatus status) {
        return switch (status) {
            case INVALID, CANCELED, EXPIRED -> true;
            case RECEIVED, CREATED, ACCEPTED, PAID, REJECTED -> false;
        };
    }

    static Invoice invoice(ResultSet row) throws SQLException {
        var draft = new InvoiceDraft(
                Dialect.valueOf(row.getString("dialect")),
                Delivery.valueOf(row.getString("delivery")),
                new IssuerId(uuid(row, "issuer_id")),
                Optional.ofNullable(row.getString("phone")).map(Phone::new),
                new Money(row.getLong("total"), Currency.getInstance(row.getString("currency"))),
                date(row, "due_date"),
                Json.read(row.getString("document"), InvoiceDocument.class));
        return new Invoice(
                new InvoiceId(uuid(row, "id")),
                new MerchantId(uuid(row, "merchant_id")),
                draft,
                InvoiceStatus.valueOf(row.getString("status")),
                row.getInt("number"),
                instant(row, "created_at"),
                optionalDate(row, "payment_date"),
                optionalUuid(row, "claim").map(PaymentId::new));
    }
}
