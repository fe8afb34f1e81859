package io.caravan.web.page;

import io.caravan.core.page.PageRefused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields of a form as a browser sends them. */
record FormBody(Map<String, String> fields) {

    private static final int LONGEST = 10_000;

    /** @throws PageRefused MALFORMED if it is none, or longer than any form of ours */
    static FormBody read(byte[] body) {
        if (body.length > LONGEST) {
            throw new PageRefused(PageRefused.Reason.MALFORMED);
        }
        var fields = new HashMap<String, String>();
        try {
            for (var field : new String(body, StandardCharsets.US_ASCII).split("&")) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new PageRefused(PageRefused.Reason.MALFORMED);
        }
        return new FormBody(Map.copyOf(fields));
    }

    /** The field without blanks around it; empty if it was not sent. */
    String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
