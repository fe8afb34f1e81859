package io.caravan.channel;

import io.caravan.core.payment.BillingCode;
import io.caravan.core.payment.BillingCode.Verdict;
import io.caravan.core.payment.Outcome;
import java.util.Optional;

/** The carrier's words for how a transaction stands. */
final class CarrierWords {

    private CarrierWords() {}

    /**
     * What they mean for the money. Only words that agree with each other are definite.
     *
     * @param id the carrier's of the transaction
     * @param billed whether it says that money was taken; null if it does not say
     */
    static Outcome outcome(String id, String status, String detail, Boolean billed) {
        var code = detail == null ? Optional.of(BillingCode.NONE) : BillingCode.of(detail);
        return switch (status) {
            case "Queued", "Sent" -> waiting(id, code, billed);
            case "Ok" -> taken(id, code, billed);
            case "Failed" -> failed(code, billed);
            case "Reversed" -> Outcome.doubtful("it was reversed, which nobody here has asked for");
            default -> Outcome.unknown("unheard-of status");
        };
    }

    /** How a status is called in the path of a webhook. */
    static String action(String status) {
        return switch (status) {
            case "Ok" -> "billed";
            case "Failed" -> "failed";
            case "Reversed" -> "reversed";
            default -> "pending";
        };
    }

    private static Outcome waiting(String id, Optional<BillingCode> code, Boolean billed) {
        var isTaken = code.filter(known -> known.verdict() == Verdict.TAKEN).isPresent();
        return isTaken || Boolean.TRUE.equals(billed)
                ? Outcome.unknown("it is pending and billed")
                : Outcome.waiting(id, Optional.empty());
    }

    private static Outcome taken(String id, Optional<BillingCode> code, Boolean billed) {
        var isTaken = code.filter(known -> known == BillingCode.NONE || known.verdict() == Verdict.TAKEN)
                .isPresent();
        return isTaken && !Boolean.FALSE.equals(billed)
                ? Outcome.done(id)
                : Outcome.unknown("it is well and was not billed");
    }

    private static Outcome failed(Optional<BillingCode> code, Boolean billed) {
        if (Boolean.TRUE.equals(billed)) {
            return Outcome.doubtful("it has failed and was billed");
        }
        return code.map(known -> switch (known.verdict()) {
                    case FINAL, TEMPORARY -> Outcome.refused(known.word());
                    case UNKNOWN -> Outcome.unknown("failed, " + known.word());
                    case TAKEN -> Outcome.doubtful("it has failed and was delivered");
                })
                .orElseGet(() -> Outcome.unknown("unheard-of detail"));
    }
}
