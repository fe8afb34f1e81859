package io.caravan.store;

import static io.caravan.store.Columns.uuid;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/** Which registrations of their sales unit events are for. */
final class RegisteredEvents {

    private final JdbcOperations jdbc;

    RegisteredEvents(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    private record Wish(UUID endpoint, MerchantId merchant, String msn, EventType type) {

        boolean isFor(Event event) {
            return merchant.equals(event.merchant())
                    && msn.equals(event.details().get(Detail.SALES_UNIT))
                    && type == event.type();
        }
    }

    /** The registrations, each with the id of an event that it wants. */
    Set<Line> wanting(List<Event> told) {
        var events = told.stream()
                .filter(event ->
                        event.dialect() == Dialect.EPAYMENT && event.details().containsKey(Detail.SALES_UNIT))
                .toList();
        if (events.isEmpty()) {
            return Set.of();
        }
        var wishes = jdbc.query(
                """
                select r.id, r.merchant_id, r.msn, w.type
                from registration r
                join registration_event w on w.registration_id = r.id
                where r.msn = any(?) and r.removed_at is null
                """,
                (row, n) -> new Wish(
                        uuid(row, "id"),
                        new MerchantId(uuid(row, "merchant_id")),
                        row.getString("msn"),
                        EventType.valueOf(row.getString("type"))),
                Arrays.texts(events, event -> event.details().get(Detail.SALES_UNIT)));
        return events.stream()
                .flatMap(event -> wishes.stream()
                        .filter(wish -> wish.isFor(event))
                        .map(wish -> new Line(wish.endpoint(), event.id().value())))
                .collect(Collectors.toSet());
    }
}
