package io.caravan.callback;

import io.caravan.core.callback.DeliveryId;
import io.caravan.core.event.Event;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What tests look at in the tables of callbacks. */
abstract class CallbackRows {

    public final JdbcTemplate jdbc;

    CallbackRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> reasonOf(Event event) {
        return Optional.ofNullable(jdbc.queryForObject(
                "select reason from callback where event_id = ?",
                String.class,
                event.id().value()));
    }

    /** How many endpoints are suspended. */
    public int suspendedEndpoints() {
        return jdbc.queryForObject("select count(*) from endpoint where suspended_at is not null", Integer.class);
    }

    /** Failures in a row, of all endpoints. */
    int failures() {
        return jdbc.queryForObject("select sum(failures) from endpoint", Integer.class);
    }

    String stateOf(DeliveryId delivery) {
        return jdbc.queryForObject("select state from delivery where id = ?", String.class, delivery.value());
    }

    public String stateOf(Event event) {
        return jdbc.queryForObject(
                "select state from callback where event_id = ?",
                String.class,
                event.id().value());
    }

    public int attempts() {
        return jdbc.queryForObject("select count(*) from attempt", Integer.class);
    }
}
