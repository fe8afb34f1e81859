package io.caravan.core.order;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where what a sales unit tells of an order may lead its payer. */
public final class OrderLinks {

    /** A browser or phone would run or open these in our page's name. */
    private static final Set<String> DANGEROUS =
            Set.of("javascript", "vbscript", "data", "file", "blob", "about", "view-source", "filesystem", "jar");

    private OrderLinks() {}

    /** Whether this is the address of a web page, or opens an app by a scheme of its own. */
    public static boolean isLink(String text) {
        try {
            var uri = new URI(text);
            var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            return uri.isAbsolute()
                    && !DANGEROUS.contains(scheme)
                    && uri.getRawUserInfo() == null
                    && (!web || uri.getHost() != null);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
