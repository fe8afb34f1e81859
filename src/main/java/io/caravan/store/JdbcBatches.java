package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.invoice.Batch;
import io.caravan.core.invoice.BatchChunk;
import io.caravan.core.invoice.BatchId;
import io.caravan.core.invoice.Batches;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Batches in their table, a row each for as long as there is something to check. */
public final class JdbcBatches implements Batches {

    private static final int ID_BYTES = 16;

    private final JdbcClient client;
    private final Clock realTime;
    private final Runnable batchBell;

    /** Rings the bell after each commit that leaves a new batch. */
    public JdbcBatches(TransactionalJdbc jdbc, Clock realTime, Runnable batchBell) {
        this.client = JdbcClient.create(jdbc);
        this.realTime = realTime;
        this.batchBell = batchBell;
    }

    @Override
    public void add(Batch batch) {
        var now = timestamp(realTime.instant());
        client.sql(
                        """
                        insert into batch (id, merchant_id, invoices, checked, fence, lease_until, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        batch.id().value(),
                        batch.merchant().value(),
                        bytes(batch.invoices()),
                        batch.checked(),
                        batch.fence(),
                        now,
                        now)
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                batchBell.run();
            }
        });
    }

    /** First without locks; of two workers that find the same batch, one changes its row. */
    @Override
    public List<Batch> take(int limit, Duration lease) {
        var now = realTime.instant();
        var taken = new ArrayList<UUID>();
        for (var id : client.sql("select id from batch where lease_until <= ? order by created_at, id limit ?")
                .params(timestamp(now), limit)
                .query(UUID.class)
                .list()) {
            if (client.sql("update batch set fence = fence + 1, lease_until = ? where id = ? and lease_until <= ?")
                            .params(timestamp(now.plus(lease)), id, timestamp(now))
                            .update()
                    == 1) {
                taken.add(id);
            }
        }
        return client.sql("select id, merchant_id, fence, checked, invoices from batch where id = any(?) "
                        + "order by created_at, id")
                .param(Arrays.uuids(taken, id -> id))
                .query((row, n) -> batch(row))
                .list();
    }

    @Override
    public boolean advance(BatchChunk chunk, Duration lease) {
        var mine = "where id = ? and fence = ? and checked = ?";
        var update = chunk.last()
                ? client.sql("delete from batch " + mine)
                : client.sql("update batch set checked = ?, lease_until = ? " + mine)
                        .param(chunk.first() + chunk.invoices().size())
                        .param(timestamp(realTime.instant().plus(lease)));
        return update.param(chunk.batch().value())
                        .param(chunk.fence())
                        .param(chunk.first())
                        .update()
                == 1;
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                new BatchId(uuid(row, "id")),
                new MerchantId(uuid(row, "merchant_id")),
                row.getLong("fence"),
                row.getInt("checked"),
                invoices(row.getBytes("invoices")));
    }

    private static byte[] bytes(List<InvoiceId> invoices) {
        var bytes = ByteBuffer.allocate(invoices.size() * ID_BYTES);
        for (var invoice : invoices) {
            bytes.putLong(invoice.value().getMostSignificantBits())
                    .putLong(invoice.value().getLeastSignificantBits());
        }
        return bytes.array();
    }

    private static List<InvoiceId> invoices(byte[] bytes) {
        var invoices = new ArrayList<InvoiceId>();
        var ids = ByteBuffer.wrap(bytes);
        while (ids.hasRemaining()) {
            invoices.add(new InvoiceId(new UUID(ids.getLong(), ids.getLong())));
        }
        return invoices;
    }
}
