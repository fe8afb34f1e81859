package io.caravan.dialect.mobilepay;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which addresses a merchant may give. */
final class Urls {

    /** A browser or phone would run or open these in our page's name. */
    private static final Set<String> DANGEROUS =
            Set.of("javascript", "vbscript", "data", "file", "blob", "about", "view-source", "filesystem", "jar");

    private static final Set<String> WEB = Set.of("http", "https");

    private Urls() {}

    /** Somewhere on the web, over TLS. */
    static boolean isSecure(String text) {
        return is(text, uri -> "https".equals(scheme(uri)) && uri.getHost() != null && uri.getRawUserInfo() == null);
    }

    /** Where a payer may be sent: a web page, or an app by a scheme of its own. */
    static boolean isRedirect(String text) {
        return is(
                text,
                uri -> uri.isAbsolute()
                        && !DANGEROUS.contains(scheme(uri))
                        && uri.getRawUserInfo() == null
                        && (!WEB.contains(scheme(uri)) || uri.getHost() != null));
    }

    /** Where callbacks may go, as far as the form of the address tells. */
    static boolean isEndpoint(String text) {
        return is(
                text,
                uri -> WEB.contains(scheme(uri))
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && uri.getRawFragment() == null);
    }

    private static boolean is(String text, Predicate<URI> kind) {
        try {
            return kind.test(new URI(text));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String scheme(URI uri) {
        return Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    }
}
