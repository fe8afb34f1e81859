package io.caravan.core.callback;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A merchant's wish where its callbacks of a dialect shall go.
 *
 * @param authorizationHeader the value of the {@code Authorization} header of each callback; empty for none
 */
public record EndpointRequest(MerchantId merchant, Dialect dialect, String url, String authorizationHeader) {

    private static final Pattern USER_INFO = Pattern.compile("([a-zA-Z]+://)([^/?#@]*)@(.*)");

    public EndpointRequest {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(url);
        Objects.requireNonNull(authorizationHeader);
    }

    /** With the user and password in the URL, as {@code https://user:password@host/}, as a Basic credential instead. */
    public static EndpointRequest withUserInfo(MerchantId merchant, Dialect dialect, String url) {
        var parts = USER_INFO.matcher(url);
        if (!parts.matches()) {
            return new EndpointRequest(merchant, dialect, url, "");
        }
        var user = URLDecoder.decode(parts.group(2).replace("+", "%2B"), StandardCharsets.UTF_8);
        var credential = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        return new EndpointRequest(merchant, dialect, parts.group(1) + parts.group(3), "Basic " + credential);
    }

    /** Keeps the credential out of logs. */
    @Override
    public String toString() {
        return "callbacks of " + merchant + " in " + dialect;
    }
}
