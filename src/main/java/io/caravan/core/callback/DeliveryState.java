package io.caravan.core.callback;

/** How far a delivery has come. */
public enum DeliveryState {
    /** Waits for its next attempt. */
    PENDING,
    /** On its way, under the fence of its endpoint's lease. */
    SENDING,
    DELIVERED,
    /** Given up after the last attempt. */
    DEAD;

    /** What this means for the events in the delivery. */
    public CallbackState ofCallbacks() {
        return switch (this) {
            case PENDING, SENDING -> CallbackState.DELIVERING;
            case DELIVERED -> CallbackState.DELIVERED;
            case DEAD -> CallbackState.DEAD;
        };
    }

    public boolean isFinal() {
        return switch (this) {
            case PENDING, SENDING -> false;
            case DELIVERED, DEAD -> true;
        };
    }
}
