package io.caravan.store;

import static io.caravan.store.Columns.date;
import static io.caravan.store.Columns.timestamp;

import io.caravan.core.id.Uuids;
import io.caravan.core.notice.Channel;
import io.caravan.core.payment.Difference;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Reconciliation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The comparison with a provider's list in its tables. */
public final class JdbcReconciliation implements Reconciliation {

    private static final int WHAT_LENGTH = 500;
    private static final int SUBJECT_LENGTH = 255;

    /** Operations of payments that another bank has been paid are not on the list of this one. */
    private static final String OWN =
            """
            (provider <> 'BANK' or not exists (
                select 1
                from incoming_transfer other
                where other.payment_id = o.payment_id and other.provider <> ?))
            """;

    private final JdbcClient jdbc;
    private final Channel provider;
    private final Clock realTime;
    private final Consumer<Difference> siren;

    /**
     * Sounds the siren once for each difference, after the commit that reported it.
     *
     * @param provider the channel to the provider whose list it is
     * @param realTime for leases
     */
    public JdbcReconciliation(TransactionalJdbc jdbc, Channel provider, Clock realTime, Consumer<Difference> siren) {
        this.jdbc = JdbcClient.create(jdbc);
        this.provider = provider;
        this.realTime = realTime;
        this.siren = siren;
    }

    @Override
    public Optional<LocalDate> begin(LocalDate last, Duration lease) {
        var now = realTime.instant();
        jdbc.sql(
                        """
                        insert into reconciliation (provider, compared, lease_until)
                        values (?, ?, ?)
                        on conflict do nothing
                        """)
                .param(provider.text())
                .param(last)
                .param(timestamp(now))
                .update();
        var taken = jdbc.sql(
                                """
                                update reconciliation
                                set lease_until = ?
                                where provider = ? and compared < ? and lease_until <= ?
                                """)
                        .param(timestamp(now.plus(lease)))
                        .param(provider.text())
                        .param(last)
                        .param(timestamp(now))
                        .update()
                == 1;
        return taken ? compared().map(day -> day.plusDays(1)) : Optional.empty();
    }

    @Override
    public List<Operation> find(Collection<OperationId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return jdbc.sql(OperationRows.SELECT + "o where provider = ? and id in (" + marks + ") and " + OWN)
                .param(provider.name())
                .params(ids.stream().map(OperationId::value).toList())
                .param(provider.text())
                .query((row, n) -> OperationRows.operation(row))
                .list();
    }

    @Override
    public void list(Collection<OperationId> ids, LocalDate day) {
        ids.forEach(id -> jdbc.sql("update operation set listed_on = ? where id = ?")
                .param(day)
                .param(id.value())
                .update());
    }

    @Override
    public List<Operation> unlisted(Instant settledBefore, int limit) {
        return jdbc.sql(OperationRows.SELECT
                        + """
                                o
                        where %s and provider = ? and listed_on is null and state = 'DONE' and updated_at < ?
                            and not exists (
                                select 1
                                from payment_difference d
                                where d.operation_id = o.id and d.kind = 'MISSING_THERE')
                            and not exists (
                                select 1
                                from incoming_transfer t
                                where t.provider = ? and t.id = o.provider_reference and t.listed_on is not null)
                        order by listed_on, state, updated_at, id
                        limit ?
                        """
                                .formatted(OWN))
                .param(provider.text())
                .param(provider.name())
                .param(timestamp(settledBefore))
                .param(provider.text())
                .param(limit)
                .query((row, n) -> OperationRows.operation(row))
                .list();
    }

    @Override
    public boolean report(Difference difference) {
        var isNew = jdbc.sql(
                                """
                                insert into payment_difference (id, payment_id, operation_id, subject, kind, what, at)
                                values (?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(Uuids.derived("difference " + difference.subject() + " " + difference.kind()))
                        .param(difference.payment().map(PaymentId::value).orElse(null))
                        .param(OperationId.parse(difference.subject())
                                .map(OperationId::value)
                                .orElse(null))
                        .param(cut(difference.subject(), SUBJECT_LENGTH))
                        .param(difference.kind().name())
                        .param(cut(difference.what(), WHAT_LENGTH))
                        .param(timestamp(difference.at()))
                        .update()
                == 1;
        if (isNew) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    siren.accept(difference);
                }
            });
        }
        return isNew;
    }

    @Override
    public void finish(LocalDate day) {
        jdbc.sql("update reconciliation set compared = ?, lease_until = ? where provider = ? and compared < ?")
                .param(day)
                .param(timestamp(realTime.instant()))
                .param(provider.text())
                .param(day)
                .update();
    }

    @Override
    public Optional<LocalDate> compared() {
        return jdbc.sql("select compared from reconciliation where provider = ?")
                .param(provider.text())
                .query((row, n) -> date(row, "compared"))
                .optional();
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
