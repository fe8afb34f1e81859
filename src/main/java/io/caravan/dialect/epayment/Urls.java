package io.caravan.dialect.epayment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Addresses to which payers are sent. */
final class Urls {

    /** Schemes in which a browser runs or shows what the address itself holds. */
    private static final Set<String> DANGEROUS = Set.of("javascript", "vbscript", "data", "file", "blob", "about");

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    private Urls() {}

    /** Whether it is an address over TLS or of an app; {@code plain} on this machine, TLS is not asked for. */
    static boolean isPossible(String text, boolean plain) {
        try {
            var url = new URI(text);
            var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            return switch (scheme) {
                case "" -> false;
                case "https" -> url.getHost() != null;
                case "http" -> plain && url.getHost() != null && HERE.contains(url.getHost());
                default -> !DANGEROUS.contains(scheme);
            };
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
