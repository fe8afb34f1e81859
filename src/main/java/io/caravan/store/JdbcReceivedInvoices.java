package io.caravan.store;

import io.caravan.core.invoice.Checked;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.ReceivedInvoices;
import io.caravan.core.merchant.MerchantId;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Items of batches in the table of invoices, many in one round trip. */
public final class JdbcReceivedInvoices implements ReceivedInvoices {

    /** Rows in one round trip: what the driver holds in memory at once. */
    private static final int BATCH = 200;

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final JdbcOperations jdbc;

    public JdbcReceivedInvoices(TransactionalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<Invoice> items) {
        jdbc.batchUpdate(JdbcInvoices.INSERT, items, BATCH, (statement, item) -> {
            var columns = JdbcInvoices.columns(item, null, null);
            for (int i = 0; i < columns.length; i++) {
                statement.setObject(i + 1, columns[i]);
            }
        });
    }

    @Override
    public List<Invoice> lock(MerchantId merchant, List<InvoiceId> items) {
        var locked = new HashMap<InvoiceId, Invoice>();
        jdbc.query(
                        JdbcInvoices.SELECT
                                + "where id = any(?) and merchant_id = ? and status = 'RECEIVED' for update",
                        (row, n) -> JdbcInvoices.invoice(row),
                        Arrays.uuids(items, InvoiceId::value),
                        merchant.value())
                .forEach(item -> locked.put(item.id(), item));
        return items.stream().filter(locked::containsKey).map(locked::get).toList();
    }

    /** In the order of the fingerprints, so that no two transactions wait for each other. */
    @Override
    public void update(List<Checked> items) {
        jdbc.batchUpdate(
                "update invoice set status = ?, number = ?, fingerprint = ?, expires_at = ? where id = ?",
                items.stream()
                        .sorted(Comparator.comparing(
                                item -> item.fingerprint().map(ByteBuffer::wrap).orElse(NONE)))
                        .toList(),
                BATCH,
                (statement, item) -> {
                    statement.setString(1, item.invoice().status().name());
                    statement.setInt(2, item.invoice().number());
                    statement.setBytes(3, item.fingerprint().orElse(null));
                    statement.setObject(
                            4, item.expiresAt().map(Columns::timestamp).orElse(null));
                    statement.setObject(5, item.invoice().id().value());
                });
    }
}
