package io.caravan.web.ops;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Where one can go from a page. */
public record Link(String text, String address) {

    /** To a page of the console; {@code query} alternates between name and value. */
    static Link to(String text, String path, String... query) {
        return new Link(text, address(path, query));
    }

    /** The address of a page of the console, seen from all others. */
    static String address(String path, String... query) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < query.length; i += 2) {
            parts.add(query[i] + "=" + URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        }
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }
}
