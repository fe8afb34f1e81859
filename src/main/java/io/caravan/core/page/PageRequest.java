package io.caravan.core.page;

import io.caravan.core.prompt.PromptId;
import java.util.Objects;
import java.util.Optional;

/** What somebody wants to see: the page of a link, or what became of a prompt that was made on it. */
public record PageRequest(PageToken token, Optional<PromptId> prompt) {

    public PageRequest {
        Objects.requireNonNull(token);
        Objects.requireNonNull(prompt);
    }
}
