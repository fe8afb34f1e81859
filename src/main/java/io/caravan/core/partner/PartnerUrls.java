package io.caravan.core.partner;

import io.caravan.core.template.Template;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses a partner may give. They are templates. */
public final class PartnerUrls {

    /** Characters. */
    public static final int LONGEST = 2000;

    /** The place of a template that takes the address of the page on which the payer chooses how to pay. */
    public static final String PAGE = "paymentSelectionPageUrl";

    /** What is said of what is no {@link #isRedirect redirect}. */
    public static final String NO_REDIRECT =
            "must be the absolute URL of a web page or an app, with properties after its host only";

    /** What is said of what is no {@link #isEndpoint endpoint}. */
    public static final String NO_ENDPOINT =
            "must be an absolute http or https URL, with properties after its host only, and a user of at most 1500 bytes";

    /** Bytes of a user and password before a host, as they are written: what becomes of them is sealed, and kept. */
    private static final int LONGEST_USER = 1500;

    /** A browser or phone would run or open these in our page's name. */
    private static final Set<String> DANGEROUS =
            Set.of("javascript", "vbscript", "data", "file", "blob", "about", "view-source", "filesystem", "jar");

    private static final Set<String> WEB = Set.of("http", "https");

    private PartnerUrls() {}

    /** Where a payer may be sent: a web page, or an app by a scheme of its own; or our page, by its name. */
    public static boolean isRedirect(Template template) {
        return template.beginsWith(PAGE)
                || !template.leavesItsOriginOpen()
                        && uri(template)
                                .filter(uri -> !DANGEROUS.contains(scheme(uri)) && uri.getRawUserInfo() == null)
                                .filter(uri -> !WEB.contains(scheme(uri)) || uri.getHost() != null)
                                .isPresent();
    }

    /** Where callbacks may go, as far as the form of the address tells. */
    public static boolean isEndpoint(Template template) {
        return !template.leavesItsOriginOpen()
                && uri(template)
                        .filter(uri -> WEB.contains(scheme(uri)) && uri.getHost() != null)
                        .filter(uri -> uri.getRawFragment() == null && isShort(uri.getRawUserInfo()))
                        .isPresent();
    }

    /** Whether a user, and maybe a password, stands before its host. */
    public static boolean namesUser(Template template) {
        return uri(template).map(URI::getRawUserInfo).isPresent();
    }

    private static boolean isShort(String userInfo) {
        return userInfo == null || userInfo.getBytes(StandardCharsets.UTF_8).length <= LONGEST_USER;
    }

    private static Optional<URI> uri(Template template) {
        try {
            return Optional.of(new URI(template.url(name -> Optional.of("x")))).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String scheme(URI uri) {
        return Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    }
}
