package io.caravan.core.payment;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of a PIN.
 *
 * @param triesLeft after a wrong one, if the carrier tells
 * @param outcome what is now known of the charge
 */
public record PinAnswer(Verdict verdict, Optional<Integer> triesLeft, Outcome outcome) {

    /** What the carrier thinks of it. */
    public enum Verdict {
        /** It was right, and the money is on the bill. */
        TAKEN,
        /** It was wrong; another may be entered. */
        WRONG,
        /** The charge is refused: too many were wrong, it came too late, or the bill may not be charged. */
        REFUSED,
        /** Nobody knows yet: the carrier is asked. */
        UNKNOWN
    }

    public PinAnswer {
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(triesLeft);
        Objects.requireNonNull(outcome);
    }

    /** The answer that follows from what is known of the charge. */
    public static PinAnswer of(Outcome outcome) {
        return new PinAnswer(
                switch (outcome.state()) {
                    case DONE -> Verdict.TAKEN;
                    case REFUSED -> Verdict.REFUSED;
                    case REQUESTED, SENT, WAITING, UNKNOWN -> Verdict.UNKNOWN;
                },
                Optional.empty(),
                outcome);
    }
}
