package io.caravan.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What the card acquirer's answers mean. */
final class PspAnswers {

    private static final int URL_LENGTH = 2048;

    private final ObjectMapper json;

    PspAnswers(ObjectMapper json) {
        this.json = json;
    }

    Outcome read(Instruction instruction, int status, byte[] body) {
        var isAnswer = status == 200 || status == 201 || status == 402;
        if (!isAnswer) {
            return Outcome.unknown("HTTP status " + status);
        }
        PspWire.Answer answer;
        try {
            answer = json.readValue(body, PspWire.Answer.class);
        } catch (IOException e) {
            return Outcome.unknown("unreadable answer");
        }
        if (answer == null || !answer.isNamed()) {
            return Outcome.unknown("incomplete answer");
        }
        var outcome = outcome(instruction, answer, "answer");
        return fits(status, outcome.state())
                ? outcome
                : Outcome.unknown("HTTP status " + status + " does not fit the answer");
    }

    /** The acquirer does not know the operation. It should, if it has told of it before. */
    Outcome unheardOf(Instruction instruction) {
        return instruction
                .operation()
                .providerReference()
                .map(id -> Outcome.doubtful("what was " + id + " is not known any more"))
                .orElseGet(() -> Outcome.unknown("not known to the acquirer"));
    }

    /** What a named answer, or whatever else says the same, means. */
    static Outcome outcome(Instruction instruction, PspWire.Answer answer, String name) {
        var difference = answer.differenceTo(instruction);
        if (difference.isPresent()) {
            return Outcome.doubtful(name + " " + answer.id() + " speaks of another " + difference.get());
        }
        var state = PspWords.state(instruction.operation().kind(), answer.status());
        if (state.isEmpty()) {
            return Outcome.unknown("unheard-of status");
        }
        return switch (state.get()) {
            case REFUSED -> Outcome.refused(answer.status());
            case DONE -> answer.isComplete() ? Outcome.done(answer.id()) : Outcome.unknown("incomplete answer");
            case WAITING ->
                answer.isComplete()
                        ? Outcome.waiting(answer.id(), url(answer.url()))
                        : Outcome.unknown("incomplete answer");
            case REQUESTED, SENT, UNKNOWN -> throw new IllegalStateException(state.get() + " is no outcome");
        };
    }

    private static boolean fits(int status, OperationState state) {
        return switch (state) {
            case REFUSED -> status != 201;
            case DONE, WAITING -> status != 402;
            case REQUESTED, SENT, UNKNOWN -> true;
        };
    }

    /** An address to which a payer can be sent; nothing else. */
    private static Optional<URI> url(String text) {
        if (text == null || text.length() > URL_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text))
                    .filter(url -> "https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                    .filter(url -> url.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
