package io.caravan.core.callback;

import io.caravan.core.id.Uuids;
import java.util.Objects;
import java.util.UUID;

/** Names an endpoint: the place where a merchant takes the callbacks of one dialect. */
public record EndpointId(UUID value) {

    public EndpointId {
        Objects.requireNonNull(value);
    }

    public static EndpointId next() {
        return new EndpointId(Uuids.ordered());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
