package io.caravan.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PhoneBill;
import io.caravan.core.payment.PinAnswer;
import io.caravan.core.payment.PinEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the carrier's gateway is told, and what its answers mean. Only an answer that is complete and speaks of exactly
 * what was asked is believed; everything else leaves the outcome unknown.
 */
public final class Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    private final ObjectMapper json = PspWire.mapper();
    private final CarrierAnswers answers = new CarrierAnswers(json);
    private final CarrierAccount account;

    public Carrier(CarrierAccount account) {
        this.account = account;
    }

    /** The instruction as it is posted. */
    public String write(Instruction instruction) {
        return write(
                switch (instruction.operation().kind()) {
                    case CHARGE ->
                        charge(instruction, instruction.payment().bill().orElseThrow());
                    case REFUND -> reversal(instruction);
                    case AUTHORIZE, CAPTURE, CANCEL ->
                        throw new IllegalStateException(
                                "no carrier can " + instruction.operation().kind());
                });
    }

    /** A PIN as it is posted. */
    public String writePin(PinEntry entry) {
        return write(new CarrierWire.Pin(entry.pin()));
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

    /** What the answer to a PIN means. */
    public PinAnswer readPin(Instruction instruction, int status, byte[] body) {
        var answer = answers.readPin(instruction, status, body);
        logged(instruction, answer.outcome());
        return answer;
    }

    /** What it means that there was no answer: the instruction may or may not have arrived. */
    public Outcome silence(Instruction instruction, Exception reason) {
        return logged(
                instruction, Outcome.unknown("no answer: " + reason.getClass().getSimpleName()));
    }

    /** What it means that there was no answer to a PIN. */
    public PinAnswer silenceAfterPin(Instruction instruction, Exception reason) {
        return PinAnswer.of(silence(instruction, reason));
    }

    /** What a PIN comes to that is not wanted: how the charge stands says it. */
    public PinAnswer refusePin(Operation charge) {
        return PinAnswer.of(
                switch (charge.state()) {
                    case DONE -> Outcome.done(charge.providerReference().orElse(""));
                    case REFUSED -> Outcome.refused(charge.reason().orElse(""));
                    case REQUESTED, SENT, WAITING, UNKNOWN -> Outcome.unknown("no PIN is wanted");
                });
    }

    private CarrierWire.Order charge(Instruction instruction, PhoneBill bill) {
        return order(
                instruction,
                bill,
                bill.confirmation() == Confirmation.REPLY,
                account.timeout().toMinutes(),
                null);
    }

    private CarrierWire.Order reversal(Instruction instruction) {
        var money = instruction
                .money()
                .filter(PspWire::isId)
                .orElseThrow(() -> new IllegalStateException(
                        "nothing was taken for " + instruction.payment().id()));
        return order(instruction, instruction.payment().bill().orElseThrow(), null, null, money);
    }

    private CarrierWire.Order order(
            Instruction instruction, PhoneBill bill, Boolean byReply, Long minutes, String originalId) {
        var operation = instruction.operation();
        return new CarrierWire.Order(
                operation.id().toString(),
                account.merchant(),
                account.service(),
                account.shortNumber(),
                bill.phone().number(),
                CarrierWire.price(operation),
                operation.amount().currency().getCurrencyCode(),
                instruction.payment().text().value(),
                byReply,
                minutes,
                "AtMostOnce",
                originalId,
                instruction.payment().id().toString());
    }

    private static Outcome logged(Instruction instruction, Outcome outcome) {
        if (outcome.state() == OperationState.UNKNOWN) {
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
