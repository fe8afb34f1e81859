package io.caravan.channel;

import io.caravan.core.id.Uuids;
import io.caravan.core.notice.Channel;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Testimony;
import java.util.Optional;

/** A webhook of the carrier, with a signature that is right. */
record CarrierTestimony(String webhook, String action, Optional<CarrierWire.Transaction> said) implements Testimony {

    @Override
    public Channel provider() {
        return Channel.CARRIER;
    }

    /** Apart from the ids of other providers, who choose theirs themselves. */
    @Override
    public String id() {
        return Uuids.derived("carrier " + webhook).toString();
    }

    @Override
    public Optional<OperationId> about() {
        return said.flatMap(transaction -> OperationId.parse(transaction.transactionId()));
    }

    /** Only what is complete, fits its own path and speaks of what was asked is believed. */
    @Override
    public Outcome outcome(Instruction instruction) {
        var transaction = said.orElseThrow();
        if (!action.equals(CarrierWords.action(transaction.statusCode()))) {
            return Outcome.doubtful("webhook " + transaction.id() + " contradicts its own path");
        }
        return CarrierAnswers.outcome(instruction, transaction, "webhook");
    }

    @Override
    public String words() {
        return said.map(transaction -> action + ", transaction " + transaction.transactionId() + ", " + transaction.id()
                        + ", for " + transaction.correlationId())
                .orElse(action + ", unreadable or incomplete");
    }
}
