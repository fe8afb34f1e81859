package io.caravan.core.prompt;

import io.caravan.core.id.Uuids;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names a prompt. Random, because whoever knows it may see what became of the prompt. */
public record PromptId(UUID value) {

    public PromptId {
        Objects.requireNonNull(value);
    }

    public static PromptId random() {
        return new PromptId(UUID.randomUUID());
    }

    /** The id written in this text; empty if the text is not a UUID in its 36-character form. */
    public static Optional<PromptId> parse(String text) {
        return Uuids.parse(text).map(PromptId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
