package io.caravan.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the card acquirer is told, and what its answers mean. Only an answer that is complete and speaks of exactly what
 * was asked is believed; everything else leaves the outcome unknown.
 */
public final class Psp {

    private static final Logger LOG = LoggerFactory.getLogger(Psp.class);

    private final ObjectMapper json = PspWire.mapper();
    private final PspAnswers answers = new PspAnswers(json);

    /** The instruction as it is posted. */
    public String write(Instruction instruction) {
        var payment = instruction.payment();
        var reference = payment.id().toString();
        var operation = instruction.operation();
        var amount = operation.amount().minor();
        var currency = operation.amount().currency().getCurrencyCode();
        return write(
                switch (operation.kind()) {
                    case CHARGE ->
                        new PspWire.Charge(
                                reference,
                                amount,
                                currency,
                                payment.card().orElseThrow().toString(),
                                payment.text().value());
                    case AUTHORIZE -> authorization(instruction);
                    case CAPTURE, REFUND, CANCEL -> new PspWire.Move(reference, amount, currency);
                });
    }

    /** On the page, or with the card in the wallet where there is no page. */
    private static Object authorization(Instruction instruction) {
        var payment = instruction.payment();
        var reference = payment.id().toString();
        var operation = instruction.operation();
        var amount = operation.amount().minor();
        var currency = operation.amount().currency().getCurrencyCode();
        return operation
                .page()
                .<Object>map(page -> new PspWire.Session(
                        reference,
                        amount,
                        currency,
                        payment.text().value(),
                        page.returnUrl().toString()))
                .orElseGet(() -> new PspWire.Charge(
                        reference,
                        amount,
                        currency,
                        payment.card().orElseThrow().toString(),
                        payment.text().value()));
    }

    /** The acquirer's word for what is to become of the money. */
    public String move(Instruction instruction) {
        return PspWords.kind(instruction.operation().kind());
    }

    /** Where an instruction that begins a payment is posted. */
    public String beginning(Instruction instruction) {
        return switch (instruction.operation().kind()) {
            case CHARGE -> "/charges";
            case AUTHORIZE -> instruction.operation().page().isPresent() ? "/sessions" : "/authorizations";
            case CAPTURE, REFUND, CANCEL -> throw new IllegalArgumentException("begins no payment");
        };
    }

    /** The acquirer's id of the money that the instruction moves on. */
    public String money(Instruction instruction) {
        return instruction
                .money()
                .filter(PspWire::isId)
                .orElseThrow(() -> new IllegalStateException("nothing was reserved or taken for "
                        + instruction.payment().id()));
    }

    /** What the answer to an instruction means. */
    public Outcome readAnswer(Instruction instruction, int status, byte[] body) {
        return logged(instruction, answers.read(instruction, status, body));
    }

    /** What the answer to the question about an instruction means. */
    public Outcome readLookup(Instruction instruction, int status, byte[] body) {
        return logged(
                instruction, status == 404 ? answers.unheardOf(instruction) : answers.read(instruction, status, body));
    }

    /** What it means that there was no answer: the instruction may or may not have arrived. */
    public Outcome silence(Instruction instruction, Exception reason) {
        return logged(
                instruction, Outcome.unknown("no answer: " + reason.getClass().getSimpleName()));
    }

    private static Outcome logged(Instruction instruction, Outcome outcome) {
        switch (outcome.state()) {
            case UNKNOWN ->
                LOG.warn(
                        "The outcome of operation {} of payment {} is not known: {}",
                        instruction.operation().id(),
                        instruction.payment().id(),
                        outcome.reason().orElse(""));
            case REQUESTED, SENT, WAITING, DONE, REFUSED -> {}
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
