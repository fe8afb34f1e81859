package io.caravan.dialect.paymentinvoices;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that merchants give. */
final class Urls {

    private Urls() {}

    /** Whether it is an address on the web. */
    static boolean isWeb(String text) {
        try {
            var url = new URI(text);
            return ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
                    && url.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
