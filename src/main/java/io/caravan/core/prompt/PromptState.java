package io.caravan.core.prompt;

/** What the payer has said to a prompt. */
public enum PromptState {
    /** Nothing yet. */
    OPEN,
    /** Yes, in the app; what came of it shows in the invoice. */
    ANSWERED,
    /** No, in the app. */
    DECLINED,
    /** Nobody could be asked: the phone has no wallet. */
    UNREACHABLE
}
