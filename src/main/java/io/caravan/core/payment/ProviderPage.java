package io.caravan.core.payment;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A provider's page on which a payer reserves the money.
 *
 * @param returnUrl where the payer goes from there
 * @param url the page, once the provider has told it
 */
public record ProviderPage(URI returnUrl, Optional<URI> url) {

    public ProviderPage {
        Objects.requireNonNull(returnUrl);
        Objects.requireNonNull(url);
    }

    /** A page that the provider has yet to make. */
    public static ProviderPage returningTo(URI returnUrl) {
        return new ProviderPage(returnUrl, Optional.empty());
    }

    ProviderPage at(Optional<URI> told) {
        return new ProviderPage(returnUrl, told.or(() -> url));
    }
}
