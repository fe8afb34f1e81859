package io.caravan.channel;

import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The acquirer's words for kinds and outcomes. */
final class PspWords {

    /** Its words for a charge that it did not make and will not make. */
    private static final Set<String> CHARGE_REFUSALS = Set.of("declined", "expired_card");

    private static final Set<String> AUTHORIZE_REFUSALS =
            Set.of("declined", "expired_card", Outcome.ABANDONED, Outcome.EXPIRED);

    private static final Set<String> MOVE_REFUSALS = Set.of("refused");

    private PspWords() {}

    static String kind(OperationKind kind) {
        return switch (kind) {
            case AUTHORIZE -> "authorize";
            case CHARGE -> "charge";
            case CAPTURE -> "capture";
            case REFUND -> "refund";
            case CANCEL -> "cancel";
        };
    }

    static Optional<OperationKind> kind(String word) {
        return Arrays.stream(OperationKind.values())
                .filter(kind -> kind(kind).equals(word))
                .findFirst();
    }

    /** What an outcome of such an operation means here; empty if the word does not fit the kind. */
    static Optional<OperationState> state(OperationKind kind, String status) {
        if (done(kind).equals(status)) {
            return Optional.of(OperationState.DONE);
        }
        if (kind == OperationKind.AUTHORIZE && "open".equals(status)) {
            return Optional.of(OperationState.WAITING);
        }
        return refusals(kind).contains(status) ? Optional.of(OperationState.REFUSED) : Optional.empty();
    }

    /** How an outcome is called in the path of a webhook. */
    static String action(String status) {
        return Outcome.ABANDONED.equals(status)
                        || Set.of("expired_card", "refused").contains(status)
                ? "declined"
                : status;
    }

    private static String done(OperationKind kind) {
        return switch (kind) {
            case AUTHORIZE -> "authorized";
            case CHARGE -> "charged";
            case CAPTURE -> "captured";
            case REFUND -> "refunded";
            case CANCEL -> "cancelled";
        };
    }

    private static Set<String> refusals(OperationKind kind) {
        return switch (kind) {
            case AUTHORIZE -> AUTHORIZE_REFUSALS;
            case CHARGE -> CHARGE_REFUSALS;
            case CAPTURE, REFUND, CANCEL -> MOVE_REFUSALS;
        };
    }
}
