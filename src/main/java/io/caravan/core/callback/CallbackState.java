package io.caravan.core.callback;

/** How far an event has come on its way to one endpoint. */
public enum CallbackState {
    /** Not yet part of a delivery. */
    WAITING,
    /** Waits to go in a delivery of its own, after those that wait: a replay or a test. */
    APART,
    /** Part of a delivery that has not ended. */
    DELIVERING,
    /** The merchant has it. */
    DELIVERED,
    /** Given up; kept, and can be replayed. */
    DEAD,
    /** The merchant had no endpoint for it; kept, and can be replayed once it has one. */
    HELD
}
