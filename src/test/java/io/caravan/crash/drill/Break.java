package io.caravan.crash.drill;

import io.caravan.support.PausingRoutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** A fault put into the service on purpose, by its routes: a drill that does not find it is none. */
public enum Break {
    /** An event in 256 is taken out of the outbox, and nobody is told of it. */
    RELAY(
            "empty-outbox",
            """
            - setProperty:
                id: lose-events
                name: Lost
                expression:
                  spel:
                    expression: "#{new org.springframework.jdbc.core.JdbcTemplate(@dataSource).update(\\
                      \\"delete from outbox where cast(event_id as varchar) like '%5a'\\")}"
            """),

    /** A delivery in 40 counts as taken by its merchant, and is not sent. */
    CALLBACKS(
            "post-callback",
            """
            - filter:
                id: only-forgotten
                expression:
                  simple:
                    expression: ${random(40)} == 0
                steps:
                  - setBody:
                      id: pretend-answer
                      expression:
                        spel:
                          expression: "#{new io.caravan.core.callback.Attempt(body, T(java.time.Instant).now(),\\
                            \\ T(java.time.Duration).ZERO, T(java.util.Optional).of(200),\\
                            \\ T(java.util.Optional).empty(), '', T(java.util.Optional).empty())}"
                  - to:
                      id: record-pretended
                      uri: seda:callback-record
                  - bean:
                      id: free-pretended
                      ref: callbackPump
                      method: "ended(${body})"
                  - stop:
                      id: send-nothing
            """),

    /** An instruction in 40 to the acquirer has another idempotency key each time. */
    KEYS(
            "name-media-type",
            """
            - filter:
                id: only-renamed
                expression:
                  simple:
                    expression: ${random(40)} == 0
                steps:
                  - setHeader:
                      id: rename-operation
                      name: Idempotency-Key
                      expression:
                        simple:
                          expression: ${uuid}
            """);

    private final String before;
    private final String steps;

    /** @param steps what is put before the step {@code before} */
    Break(String before, String steps) {
        this.before = before;
        this.steps = steps;
    }

    static Break named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A copy of the routes in this folder, spoilt. */
    public Path routesIn(Path folder) {
        try {
            return new PausingRoutes(folder).with(steps, before).folder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
