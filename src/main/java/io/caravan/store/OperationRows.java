package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.money.Money;
import io.caravan.core.notice.Channel;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.ProviderPage;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operations in their table. Each way to take one is a single conditional update: whoever changes the row has it. */
final class OperationRows {

    static final String SELECT =
            """
            select id, payment_id, provider, kind, currency, amount, state, fence, provider_reference, reason, return_url, page_url,
                request_key
            from operation
            """;

    private static final int REASON_LENGTH = 1000;

    private final JdbcClient jdbc;
    private final Clock realTime;

    OperationRows(JdbcClient jdbc, Clock realTime) {
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    void add(Operation operation, Duration patience) {
        var now = realTime.instant();
        jdbc.sql(
                        """
                        insert into operation (id, payment_id, provider, kind, currency, amount, state, fence, lease_until,
                            return_url, request_key, created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(operation.id().value())
                .param(operation.payment().value())
                .param(operation.provider().name())
                .param(operation.kind().name())
                .param(operation.amount().currency().getCurrencyCode())
                .param(operation.amount().minor())
                .param(operation.state().name())
                .param(operation.fence())
                .param(timestamp(now.plus(patience)))
                .param(operation.page().map(page -> page.returnUrl().toString()).orElse(null))
                .param(operation.requestKey().orElse(null))
                .param(timestamp(now))
                .param(timestamp(now))
                .update();
    }

    Optional<Operation> find(OperationId id) {
        return select(SELECT + "where id = ?", id);
    }

    Optional<Operation> lock(OperationId id) {
        return select(SELECT + "where id = ? for update", id);
    }

    List<Operation> of(PaymentId payment) {
        return jdbc.sql(SELECT + "where payment_id = ? order by created_at, id")
                .param(payment.value())
                .query((row, n) -> operation(row))
                .list();
    }

    /** By which id the provider knows the money of this payment. */
    Optional<String> money(PaymentId payment) {
        return jdbc.sql(
                        """
                        select provider_reference
                        from operation
                        where payment_id = ? and kind in ('AUTHORIZE', 'CHARGE') and state = 'DONE'
                        """)
                .param(payment.value())
                .query(String.class)
                .optional();
    }

    void update(Operation operation) {
        jdbc.sql(
                        """
                        update operation
                        set state = ?, provider_reference = ?, reason = ?, page_url = ?, updated_at = ?
                        where id = ?
                        """)
                .param(operation.state().name())
                .param(operation.providerReference().orElse(null))
                .param(operation.reason().map(OperationRows::cut).orElse(null))
                .param(operation
                        .page()
                        .flatMap(ProviderPage::url)
                        .map(URI::toString)
                        .orElse(null))
                .param(timestamp(realTime.instant()))
                .param(operation.id().value())
                .update();
    }

    Optional<Operation> send(OperationId id, Duration lease) {
        var now = realTime.instant();
        return taken(
                id,
                jdbc.sql(
                                """
                                update operation
                                set state = 'SENT', fence = fence + 1, lease_until = ?, sent_at = ?, updated_at = ?
                                where id = ? and state = 'REQUESTED' and not
                                """
                                        + JdbcHolds.PROVIDER_OF_OPERATION)
                        .param(timestamp(now.plus(lease)))
                        .param(timestamp(now))
                        .param(timestamp(now))
                        .param(id.value())
                        .update());
    }

    List<Operation> unsent(int limit) {
        return lapsed(List.of("state = 'REQUESTED' and not " + JdbcHolds.PROVIDER_OF_OPERATION), limit);
    }

    boolean take(Operation unsent, Duration lease) {
        var now = realTime.instant();
        return jdbc.sql(
                                """
                                update operation
                                set lease_until = ?
                                where id = ? and state = 'REQUESTED' and lease_until <= ?
                                """)
                        .param(timestamp(now.plus(lease)))
                        .param(unsent.id().value())
                        .param(timestamp(now))
                        .update()
                == 1;
    }

    List<Operation> silent(int limit) {
        return lapsed(List.of("state = 'SENT'", "state = 'WAITING'", "state = 'UNKNOWN'"), limit);
    }

    /** The longest overdue of those that meet one of the conditions, each of which names a single state. */
    private List<Operation> lapsed(List<String> conditions, int limit) {
        var pieces = conditions.stream()
                .map(
                        """
                        (select id, lease_until from operation where %s and lease_until <= :now
                         order by state, lease_until, id limit :most)
                        """
                                ::formatted)
                .collect(Collectors.joining(" union all "));
        return jdbc.sql(SELECT
                        + """
                        where id in (select id from (%s) due order by lease_until, id limit :most)
                        order by lease_until, id
                        """
                                .formatted(pieces))
                .param("now", timestamp(realTime.instant()))
                .param("most", limit)
                .query((row, n) -> operation(row))
                .list();
    }

    Optional<Operation> chase(Operation silent, Duration lease) {
        var now = realTime.instant();
        return taken(
                silent.id(),
                jdbc.sql(
                                """
                                update operation
                                set state = case when state = 'WAITING' then state else 'UNKNOWN' end, fence = fence + 1,
                                    lease_until = ?, updated_at = ?
                                where id = ? and state = ? and fence = ?
                                """)
                        .param(timestamp(now.plus(lease)))
                        .param(timestamp(now))
                        .param(silent.id().value())
                        .param(silent.state().name())
                        .param(silent.fence())
                        .update());
    }

    Optional<Operation> resend(OperationId id, long attempt, Duration age, Duration lease) {
        var now = realTime.instant();
        return taken(
                id,
                jdbc.sql(
                                """
                                update operation
                                set state = 'SENT', fence = fence + 1, lease_until = ?, sent_at = ?, updated_at = ?
                                where id = ? and state = 'UNKNOWN' and fence = ? and coalesce(sent_at, created_at) <= ?
                                    and not
                                """
                                        + JdbcHolds.PROVIDER_OF_OPERATION)
                        .param(timestamp(now.plus(lease)))
                        .param(timestamp(now))
                        .param(timestamp(now))
                        .param(id.value())
                        .param(attempt)
                        .param(timestamp(now.minus(age)))
                        .update());
    }

    private Optional<Operation> taken(OperationId id, int rows) {
        return rows == 1 ? find(id) : Optional.empty();
    }

    private Optional<Operation> select(String sql, OperationId id) {
        return jdbc.sql(sql).param(id.value()).query((row, n) -> operation(row)).optional();
    }

    private static String cut(String reason) {
        return reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) : reason;
    }

    static Operation operation(ResultSet row) throws SQLException {
        return new Operation(
                new OperationId(uuid(row, "id")),
                new PaymentId(uuid(row, "payment_id")),
                Channel.valueOf(row.getString("provider")),
                OperationKind.valueOf(row.getString("kind")),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                OperationState.valueOf(row.getString("state")),
                row.getLong("fence"),
                Optional.ofNullable(row.getString("provider_reference")),
                Optional.ofNullable(row.getString("reason")),
                page(row),
                Optional.ofNullable(row.getString("request_key")));
    }

    private static Optional<ProviderPage> page(ResultSet row) throws SQLException {
        var url = Optional.ofNullable(row.getString("page_url")).map(URI::create);
        return Optional.ofNullable(row.getString("return_url")).map(back -> new ProviderPage(URI.create(back), url));
    }
}
