package io.caravan.core.ops;

import java.time.Instant;
import java.util.Objects;

/**
 * Something in the life of an invoice or a payment.
 *
 * @param at in business time for what is about the thing itself, in real time for what was sent
 * @param what in a few words
 * @param state as stored; empty for what has none
 * @param detail what else is known; nothing secret, and no phone
 * @param name by which it can be replayed or looked up; may be empty
 */
public record Moment(Instant at, Kind kind, String what, String state, String detail, String name) {

    /** What happened to what. Those of one instant are told in this order. */
    public enum Kind {
        EVENT,
        OPERATION,
        MONEY,
        ALARM,
        NOTICE,
        SMS,
        CALLBACK,
        ATTEMPT
    }

    public Moment {
        Objects.requireNonNull(at);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(what);
        Objects.requireNonNull(state);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(name);
    }
}
