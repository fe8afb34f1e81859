package io.caravan.channel;

import io.caravan.core.notice.Channel;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Testimony;
import java.util.Optional;

/** A webhook of the card acquirer, with a signature that is right. */
record PspTestimony(String id, String action, Optional<PspWire.News> news) implements Testimony {

    @Override
    public Channel provider() {
        return Channel.PSP;
    }

    @Override
    public Optional<OperationId> about() {
        return news.flatMap(said -> OperationId.parse(said.key()));
    }

    /** Only what is complete, fits its own path and speaks of what was asked is believed. */
    @Override
    public Outcome outcome(Instruction instruction) {
        var answer = news.orElseThrow().answer();
        if (!answer.isNamed() || !answer.isComplete() || answer.kind() == null) {
            return Outcome.doubtful("webhook " + id + " is incomplete");
        }
        if (!action.equals(answer.status()) && !action.equals(PspWords.action(answer.status()))) {
            return Outcome.doubtful("webhook " + answer.id() + " contradicts its own path");
        }
        var outcome = PspAnswers.outcome(instruction, answer, "webhook");
        return switch (outcome.state()) {
            case UNKNOWN ->
                outcome.doubtful()
                        ? outcome
                        : Outcome.doubtful("webhook " + answer.id() + " says what cannot be understood");
            case REQUESTED, SENT, WAITING, DONE, REFUSED -> outcome;
        };
    }

    @Override
    public String words() {
        return news.map(said -> action + ", operation " + said.key() + ", " + said.id() + ", for " + said.reference())
                .orElse(action + ", unreadable");
    }
}
