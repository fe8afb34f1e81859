package io.caravan.usecase.page;

import io.caravan.core.invoice.Rejection;
import io.caravan.core.prompt.Prompt;
import io.caravan.core.prompt.PromptState;
import io.caravan.core.prompt.Prompts;
import java.time.Clock;

/**
 * Lets the page on which a payer was prompted know that the payer has said no: a link that nobody has accepted stays as
 * it is, so the invoice does not tell.
 */
public class NoteRejection {

    private final Prompts prompts;
    private final Clock realTime;

    public NoteRejection(Prompts prompts, Clock realTime) {
        this.prompts = prompts;
        this.realTime = realTime;
    }

    public void note(Rejection rejection) {
        prompts.answer(
                rejection.invoice(),
                rejection.payer(),
                PromptState.DECLINED,
                realTime.instant().minus(Prompt.LIFE));
    }
}
