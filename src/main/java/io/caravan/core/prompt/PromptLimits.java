package io.caravan.core.prompt;

import java.time.Duration;

/**
 * How often prompts may be asked for, in real time.
 *
 * @param perPhone for one phone and invoice within {@link #PHONE_WINDOW}
 * @param perAddress from one address within {@link #ADDRESS_WINDOW}
 */
public record PromptLimits(int perPhone, int perAddress) {

    public static final Duration PHONE_WINDOW = Duration.ofMinutes(10);
    public static final Duration ADDRESS_WINDOW = Duration.ofHours(1);
}
