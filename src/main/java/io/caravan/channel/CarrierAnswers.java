package io.caravan.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.payment.BillingCode;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PinAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** What the carrier's answers mean. */
final class CarrierAnswers {

    private static final Set<Integer> GOOD = Set.of(200, 201, 202);

    private static final Set<String> WRONG =
            Set.of(BillingCode.ONE_TIME_PASSWORD_FAILED.word(), BillingCode.INVALID_OTP.word());

    private final ObjectMapper json;

    CarrierAnswers(ObjectMapper json) {
        this.json = json;
    }

    Outcome read(Instruction instruction, int status, byte[] body) {
        if (!GOOD.contains(status)) {
            return Outcome.unknown("HTTP status " + status);
        }
        return transaction(body)
                .map(said -> outcome(instruction, said, "answer"))
                .orElseGet(() -> Outcome.unknown("unreadable or incomplete answer"));
    }

    PinAnswer readPin(Instruction instruction, int status, byte[] body) {
        var outcome = read(instruction, status, body);
        if (outcome.state() != OperationState.WAITING) {
            return PinAnswer.of(outcome);
        }
        var said = transaction(body).orElseThrow();
        return said.detailedStatusCode() != null && WRONG.contains(said.detailedStatusCode())
                ? new PinAnswer(PinAnswer.Verdict.WRONG, Optional.ofNullable(said.triesLeft()), outcome)
                : PinAnswer.of(outcome);
    }

    /** The carrier does not know the transaction. It should, if it has told of it before. */
    Outcome unheardOf(Instruction instruction) {
        return instruction
                .operation()
                .providerReference()
                .map(id -> Outcome.doubtful("what was " + id + " is not known any more"))
                .orElseGet(() -> Outcome.unknown("not known to the carrier"));
    }

    /** What a complete transaction means. */
    static Outcome outcome(Instruction instruction, CarrierWire.Transaction said, String name) {
        return said.differenceTo(instruction)
                .map(other -> Outcome.doubtful(name + " " + said.id() + " speaks of another " + other))
                .orElseGet(() ->
                        CarrierWords.outcome(said.id(), said.statusCode(), said.detailedStatusCode(), said.billed()));
    }

    /** Empty for what is no transaction, or not all of one. */
    Optional<CarrierWire.Transaction> transaction(byte[] body) {
        try {
            return Optional.ofNullable(json.readValue(body, CarrierWire.Transaction.class))
                    .filter(CarrierWire.Transaction::isComplete);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
