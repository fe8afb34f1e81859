package io.caravan.core.partner;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is so unless a request says otherwise. Texts and URLs are templates.
 *
 * @param shortCode the number from which the campaign sends
 * @param reminder whether an unpaid invoice is brought to mind by SMS after two days
 */
public record Presets(
        Optional<String> returnUrl,
        Optional<String> statusCallbackUrl,
        Optional<String> smsStatusCallbackUrl,
        Optional<String> smsNotificationOriginator,
        Optional<String> smsNotificationText,
        Optional<String> smsReceiptText,
        Optional<String> shortCode,
        Optional<String> currency,
        Optional<Boolean> reminder) {

    public Presets {
        Objects.requireNonNull(returnUrl);
        Objects.requireNonNull(statusCallbackUrl);
        Objects.requireNonNull(smsStatusCallbackUrl);
        Objects.requireNonNull(smsNotificationOriginator);
        Objects.requireNonNull(smsNotificationText);
        Objects.requireNonNull(smsReceiptText);
        Objects.requireNonNull(shortCode);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(reminder);
    }

    /** These, and where they say nothing, the others. */
    public Presets or(Presets others) {
        return new Presets(
                either(others, Presets::returnUrl),
                either(others, Presets::statusCallbackUrl),
                either(others, Presets::smsStatusCallbackUrl),
                either(others, Presets::smsNotificationOriginator),
                either(others, Presets::smsNotificationText),
                either(others, Presets::smsReceiptText),
                either(others, Presets::shortCode),
                either(others, Presets::currency),
                either(others, Presets::reminder));
    }

    private <T> Optional<T> either(Presets others, Function<Presets, Optional<T>> value) {
        return value.apply(this).or(() -> value.apply(others));
    }
}
