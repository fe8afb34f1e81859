package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes payers out of what is so old that they are not to be known any more, along the index on its age. */
final class OldPayers {

    private final TransactionalJdbc all;
    private final JdbcClient jdbc;
    private final JdbcPersonalData data;
    private final ErasedRows rows;

    OldPayers(TransactionalJdbc jdbc, JdbcPersonalData data, ErasedRows rows) {
        this.all = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.data = data;
        this.rows = rows;
    }

    boolean erase(Instant before, Instant lookAgainAt, int limit) {
        var more = erase("invoice", data::eraseInvoices, before, lookAgainAt, limit);
        more |= fingerprints(before, limit);
        more |= erase("payment", data::erasePayments, before, lookAgainAt, limit);
        var receipts = old("order_receipt", before, limit);
        rows.receipts(receipts);
        more |= receipts.size() == limit;
        return more | transfers(before, limit) | alarms(before, limit) | categories(before, limit);
    }

    /** After so long a time an equal one may come again. */
    private boolean fingerprints(Instant before, int limit) {
        var ids = jdbc.sql("select invoice_id from erased_invoice where since <= ? order by since, invoice_id limit ?")
                .params(timestamp(before), limit)
                .query(UUID.class)
                .list();
        var all = Arrays.uuids(ids, id -> id);
        jdbc.sql("update invoice set fingerprint = null where id = any(?)")
                .param(all)
                .update();
        jdbc.sql("delete from erased_invoice where invoice_id = any(?)")
                .param(all)
                .update();
        return ids.size() == limit;
    }

    private boolean erase(
            String table, BiFunction<List<UUID>, Instant, ?> erase, Instant before, Instant lookAgainAt, int limit) {
        var ids = old(table, before, limit);
        if (!ids.isEmpty()) {
            erase.apply(ids, before);
            jdbc.sql("update " + table + " set personal_since = ? where id = any(?) and personal_since is not null")
                    .params(timestamp(lookAgainAt), Arrays.uuids(ids, id -> id))
                    .update();
        }
        return ids.size() == limit;
    }

    private List<UUID> old(String table, Instant before, int limit) {
        return jdbc.sql("select id from " + table + " where personal_since <= ? order by personal_since, id limit ?")
                .params(timestamp(before), limit)
                .query(UUID.class)
                .list();
    }

    /** Those that pay nothing wait for a person, who must know who has sent them. */
    private boolean transfers(Instant before, int limit) {
        return CompositeKeys.change(
                        all,
                        """
                        select provider, id from incoming_transfer
                        where personal_since <= ? and state <> 'UNMATCHED'
                        order by personal_since, provider, id limit ?
                        """,
                        (row, n) -> new Object[] {row.getString("provider"), row.getString("id")},
                        """
                        update incoming_transfer set sender = '', personal_since = null
                        where provider = ? and id = ? and state <> 'UNMATCHED'
                        """,
                        timestamp(before),
                        limit)
                == limit;
    }

    /** What they quote may be about a payer; those that are open wait for a person. */
    private boolean alarms(Instant before, int limit) {
        return jdbc.sql(
                                """
                                update payment_alarm
                                set what = ''
                                where id in (
                                    select id from payment_alarm
                                    where resolved_at <= ? and what <> ''
                                    order by resolved_at, at, id limit ?)
                                """)
                        .params(timestamp(before), limit)
                        .update()
                == limit;
    }

    private boolean categories(Instant before, int limit) {
        return jdbc.sql(
                                """
                                delete from order_category
                                where id in (
                                    select id from order_category where created_at <= ? order by created_at, id limit ?)
                                """)
                        .params(timestamp(before), limit)
                        .update()
                == limit;
    }
}
