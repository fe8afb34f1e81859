package io.caravan.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a bank is told of refunds, and what its answers mean. Only an answer that is complete and speaks of exactly what was
 * asked is believed; everything else leaves the outcome unknown.
 */
public final class Bank {

    private static final Logger LOG = LoggerFactory.getLogger(Bank.class);
    private static final Set<Integer> GOOD = Set.of(200, 201, 202);
    private static final int REASON_LENGTH = 64;

    private final ObjectMapper json = PspWire.mapper();

    /** The instruction as it is posted. */
    public String write(Instruction instruction) {
        if (instruction.operation().kind() != OperationKind.REFUND) {
            throw new IllegalStateException(
                    "no bank can " + instruction.operation().kind());
        }
        try {
            return json.writeValueAsString(BankWire.Order.of(instruction));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the answer to an instruction means. */
    public Outcome readAnswer(Instruction instruction, int status, byte[] body) {
        return logged(instruction, GOOD.contains(status) ? read(instruction, body) : Outcome.unknown("HTTP " + status));
    }

    /** What the answer to the question about an instruction means. */
    public Outcome readLookup(Instruction instruction, int status, byte[] body) {
        return status == 404 ? logged(instruction, unheardOf(instruction)) : readAnswer(instruction, status, body);
    }

    /** What it means that there was no answer: the instruction may or may not have arrived. */
    public Outcome silence(Instruction instruction, Exception reason) {
        return logged(
                instruction, Outcome.unknown("no answer: " + reason.getClass().getSimpleName()));
    }

    /** The bank should know it, if it has told of it before. */
    private static Outcome unheardOf(Instruction instruction) {
        return instruction
                .operation()
                .providerReference()
                .map(id -> Outcome.doubtful("what was " + id + " is not known any more"))
                .orElseGet(() -> Outcome.unknown("not known to the bank"));
    }

    private Outcome read(Instruction instruction, byte[] body) {
        return refund(body)
                .map(said -> said.differenceTo(instruction)
                        .map(other -> Outcome.doubtful("answer " + said.bankId() + " speaks of another " + other))
                        .orElseGet(() -> outcome(said)))
                .orElseGet(() -> Outcome.unknown("unreadable or incomplete answer"));
    }

    private static Outcome outcome(BankWire.Refund said) {
        return switch (said.status()) {
            case "done" -> Outcome.done(said.bankId());
            case "refused" ->
                Outcome.refused(
                        Optional.ofNullable(said.reason()).map(Bank::cut).orElse("refused"));
            case "pending" -> Outcome.waiting(said.bankId(), Optional.empty());
            default -> Outcome.unknown("unheard-of status");
        };
    }

    private static String cut(String reason) {
        return reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) : reason;
    }

    private Optional<BankWire.Refund> refund(byte[] body) {
        try {
            return Optional.ofNullable(json.readValue(body, BankWire.Refund.class))
                    .filter(BankWire.Refund::isComplete);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Outcome logged(Instruction instruction, Outcome outcome) {
        if (outcome.state() == OperationState.UNKNOWN) {
            LOG.warn(
                    "The outcome of refund {} of payment {} is not known: {}",
                    instruction.operation().id(),
                    instruction.payment().id(),
                    outcome.reason().orElse(""));
        }
        return outcome;
    }
}
