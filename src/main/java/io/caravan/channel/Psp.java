package io.caravan.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.Outcome;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the card acquirer is told, and what its answers mean. Only an answer that is complete and speaks of exactly what
 * was asked is believed; everything else leaves the outcome unknown.
 */
public final class Psp {

    private static final Logger LOG = LoggerFactory.getLogger(Psp.class);

    /** The acquirer's words for a charge that it did not make and will not make. */
    private static final Set<String> REFUSALS = Set.of("declined", "expired_card");

    private final ObjectMapper json = PspWire.mapper();

    /** The instruction to charge a stored card. */
    public String writeCharge(Instruction instruction) {
        var payment = instruction.payment();
        var operation = instruction.operation();
        return write(new PspWire.Charge(
                payment.id().toString(),
                operation.amount().minor(),
                operation.amount().currency().getCurrencyCode(),
                payment.card().orElseThrow().toString(),
                payment.text()));
    }

    /** What the answer to an instruction means. */
    public Outcome readCharge(Instruction instruction, int status, byte[] body) {
        return logged(instruction, read(instruction, status, body));
    }

    /** What the answer to the question about an instruction means. */
    public Outcome readLookup(Instruction instruction, int status, byte[] body) {
        return logged(
                instruction,
                status == 404 ? Outcome.unknown("not known to the acquirer") : read(instruction, status, body));
    }

    /** What it means that there was no answer: the instruction may or may not have arrived. */
    public Outcome silence(Instruction instruction, Exception reason) {
        return logged(
                instruction, Outcome.unknown("no answer: " + reason.getClass().getSimpleName()));
    }

    private Outcome read(Instruction instruction, int status, byte[] body) {
        var isAnswer = status == 200 || status == 201 || status == 402;
        if (!isAnswer) {
            return Outcome.unknown("HTTP status " + status);
        }
        PspWire.Answer answer;
        try {
            answer = json.readValue(body, PspWire.Answer.class);
        } catch (java.io.IOException e) {
            return Outcome.unknown("unreadable answer");
        }
        if (answer == null || !answer.isNamed()) {
            return Outcome.unknown("incomplete answer");
        }
        var difference = answer.differenceTo(instruction);
        if (difference.isPresent()) {
            return Outcome.doubtful("answer " + answer.id() + " speaks of another " + difference.get());
        }
        if (status != 402 && answer.status().equals("charged")) {
            return answer.isComplete() ? Outcome.done(answer.id()) : Outcome.unknown("incomplete answer");
        }
        if (status != 201 && REFUSALS.contains(answer.status())) {
            return Outcome.refused(answer.status());
        }
        return Outcome.unknown("HTTP status " + status + " does not fit the answer");
    }

    private static Outcome logged(Instruction instruction, Outcome outcome) {
        if (!outcome.isDefinite()) {
            LOG.warn(
                    "The outcome of operation {} of payment {} is not known: {}",
                    instruction.operation().id(),
                    instruction.payment().id(),
                    outcome.reason().orElse(""));
        }
        return outcome;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
