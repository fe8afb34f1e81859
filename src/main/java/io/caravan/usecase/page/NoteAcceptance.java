package io.caravan.usecase.page;

import io.caravan.core.payment.Acceptance;
import io.caravan.core.prompt.Prompt;
import io.caravan.core.prompt.PromptState;
import io.caravan.core.prompt.Prompts;
import java.time.Clock;

/** Lets the page on which a payer was prompted know that the payer has said yes. What comes of it, the invoice tells. */
public class NoteAcceptance {

    private final Prompts prompts;
    private final Clock realTime;

    public NoteAcceptance(Prompts prompts, Clock realTime) {
        this.prompts = prompts;
        this.realTime = realTime;
    }

    public void note(Acceptance acceptance) {
        prompts.answer(
                acceptance.invoice(),
                acceptance.payer(),
                PromptState.ANSWERED,
                realTime.instant().minus(Prompt.LIFE));
    }
}
