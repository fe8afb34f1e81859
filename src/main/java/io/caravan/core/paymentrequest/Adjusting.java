package io.caravan.core.paymentrequest;

import io.caravan.core.dialect.Answer;
import io.caravan.core.payment.OperationId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a capture, refund or cancel has come: what is to be given to the provider, or the answer that is known already.
 *
 * @param again whether the same request came before
 */
public record Adjusting(Optional<OperationId> operation, Optional<Answer> answer, boolean again) {

    /** HTTP's own number for a request that is still being worked on. */
    private static final int PROCESSING = 102;

    public Adjusting {
        Objects.requireNonNull(operation);
        Objects.requireNonNull(answer);
    }

    /** Begun by this request. */
    public static Adjusting with(OperationId operation) {
        return new Adjusting(Optional.of(operation), Optional.empty(), false);
    }

    /** At its end. */
    public static Adjusting to(Answer answer) {
        return new Adjusting(Optional.empty(), Optional.of(answer), false);
    }

    /** What stands in the place of the answer as long as there is none. */
    public static Answer pending(OperationId operation) {
        return new Answer(PROCESSING, "text/plain", operation.toString().getBytes(StandardCharsets.US_ASCII), Map.of());
    }

    /** Whether this is what {@link #pending} has written. */
    public static boolean isPending(Answer kept) {
        return kept.status() == PROCESSING;
    }

    /** What a request has begun that came before, by what is kept for it. */
    public static Adjusting again(Answer kept) {
        return isPending(kept)
                ? new Adjusting(
                        OperationId.parse(new String(kept.body(), StandardCharsets.US_ASCII)), Optional.empty(), true)
                : new Adjusting(Optional.empty(), Optional.of(kept), true);
    }
}
