package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Logo;
import java.util.Map;
import java.util.Optional;

/** Logos as they are asked for by address. */
public final class LogoImages {

    private static final String AN_HOUR = "public, max-age=3600";

    /** The issuer in the address; empty if it names none. */
    public Optional<IssuerId> readIssuer(String id) {
        return IssuerId.parse(id);
    }

    /** The issuer's own logo, or else one that is drawn for it. */
    public Answer show(Optional<Logo> own, String id) {
        var logo = own.orElseGet(() -> NeutralLogo.of(id));
        return new Answer(200, logo.mediaType(), logo.bytes(), Map.of())
                .with("Cache-Control", AN_HOUR)
                .with("Content-Security-Policy", "default-src 'none'; sandbox")
                .with("X-Content-Type-Options", "nosniff");
    }
}
