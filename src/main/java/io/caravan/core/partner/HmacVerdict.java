package io.caravan.core.partner;

import io.caravan.core.access.Caller;
import java.util.Objects;
import java.util.Optional;

/**
 * Who has signed a request.
 *
 * @param refusal why it is not believed; empty if it is
 */
public record HmacVerdict(Optional<Caller> caller, String refusal) {

    /** The time of the request is too far from ours. */
    public static final HmacVerdict DRIFT = refused("Hmac timestamp clock-drift too high");

    /** Nobody has signed it, or it was sent before. */
    public static final HmacVerdict INVALID = refused("Invalid HMAC");

    public HmacVerdict {
        Objects.requireNonNull(caller);
        Objects.requireNonNull(refusal);
    }

    public static HmacVerdict of(Caller caller) {
        return new HmacVerdict(Optional.of(caller), "");
    }

    private static HmacVerdict refused(String why) {
        return new HmacVerdict(Optional.empty(), why);
    }
}
