package io.caravan.ops.setup;

import java.net.URI;
import java.util.Optional;

/** Addresses in a setup. Whether a callback may really go there is looked at each time that one is sent. */
final class Urls {

    private static final int LONGEST = 2048;

    private Urls() {}

    static Optional<String> parse(String text) {
        var uri = URI.create(text);
        var isAddress = uri.getHost() != null
                && uri.getUserInfo() == null
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        return Optional.of(text).filter(address -> isAddress && address.length() <= LONGEST);
    }
}
