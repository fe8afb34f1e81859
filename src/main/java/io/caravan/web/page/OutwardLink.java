package io.caravan.web.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An address that a merchant has given, as pages may link to it.
 *
 * @param isWeb whether a browser can go there by itself; otherwise an app has to open it
 */
record OutwardLink(String url, boolean isWeb) {

    /** Schemes in which a browser runs or shows what the address itself holds. */
    private static final Set<String> DANGEROUS =
            Set.of("javascript", "vbscript", "data", "file", "blob", "about", "filesystem", "view-source");

    /** Empty if no page may link to it. */
    static Optional<OutwardLink> of(String url) {
        try {
            var scheme = Optional.ofNullable(new URI(url).getScheme()).map(known -> known.toLowerCase(Locale.ROOT));
            return scheme.filter(known -> !DANGEROUS.contains(known))
                    .map(known -> new OutwardLink(url, known.equals("https") || known.equals("http")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
