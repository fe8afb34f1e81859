package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.timestamp;

import io.caravan.core.id.Uuids;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.PaymentId;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Alarms in their table. */
public final class JdbcAlarms implements Alarms {

    private static final int WHAT_LENGTH = 500;

    private final JdbcClient jdbc;
    private final Consumer<Alarm> siren;

    /** Sounds the siren once for each alarm, after the commit that raised it. */
    public JdbcAlarms(TransactionalJdbc jdbc, Consumer<Alarm> siren) {
        this.jdbc = JdbcClient.create(jdbc);
        this.siren = siren;
    }

    @Override
    public boolean raise(Alarm alarm) {
        var what = alarm.what().length() > WHAT_LENGTH ? alarm.what().substring(0, WHAT_LENGTH) : alarm.what();
        var operation = alarm.operation().map(OperationId::value).orElse(null);
        var isNew = jdbc.sql(
                                """
                        insert into payment_alarm (id, payment_id, operation_id, kind, what, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .param(Uuids.derived("alarm " + operation + " " + alarm.kind() + " " + what))
                        .param(alarm.payment().map(PaymentId::value).orElse(null))
                        .param(operation)
                        .param(alarm.kind().name())
                        .param(what)
                        .param(timestamp(alarm.at()))
                        .update()
                == 1;
        if (isNew) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    siren.accept(alarm);
                }
            });
        }
        return isNew;
    }

    @Override
    public List<Alarm> open(PaymentId payment) {
        return jdbc.sql(
                        """
                        select payment_id, operation_id, kind, what, at
                        from payment_alarm
                        where payment_id = ? and resolved_at is null
                        order by at, id
                        """)
                .param(payment.value())
                .query((row, n) -> new Alarm(
                        optionalUuid(row, "payment_id").map(PaymentId::new),
                        optionalUuid(row, "operation_id").map(OperationId::new),
                        Alarm.Kind.valueOf(row.getString("kind")),
                        row.getString("what"),
                        instant(row, "at")))
                .list();
    }
}
