package io.caravan.core.callback;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a callback goes, and what proves to the merchant that it comes from us.
 *
 * @param authorization the {@code Authorization} header
 * @param secrets each signs; more than one while they are being rotated
 * @param own signs as well, in its own way, and takes the place of the {@code Authorization} header
 */
public record Destination(
        String url, Optional<String> authorization, List<CallbackSecret> secrets, Optional<RegistrationSecret> own) {

    public Destination {
        Objects.requireNonNull(url);
        Objects.requireNonNull(authorization);
        secrets = List.copyOf(secrets);
        Objects.requireNonNull(own);
    }

    public Destination(String url, Optional<String> authorization, List<CallbackSecret> secrets) {
        this(url, authorization, secrets, Optional.empty());
    }

    /** The same at another URL, such as one that was filled in. */
    public Destination at(String url) {
        return new Destination(url, authorization, secrets, own);
    }

    /** Keeps credentials out of logs. */
    @Override
    public String toString() {
        return "Destination";
    }
}
