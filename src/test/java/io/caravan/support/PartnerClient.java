package io.caravan.support;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The Danish sandbox merchant as a partner of the Mobile Invoice API, which signs its requests. */
public record PartnerClient(Function<String, URI> service, int partner, String key) {

    /** Partner 1. */
    public static PartnerClient of(Sandbox sandbox) {
        return new PartnerClient(sandbox::uri, 1, "c2FuZGJveC1kay1obWFjLWtleQ==");
    }

    public Http.Reply get(String path) {
        return send("GET", path, "");
    }

    public Http.Reply post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** Sends a signed request; {@code headers} alternate between name and value. */
    public Http.Reply send(String method, String path, String body, String... headers) {
        var credential = credential(method, path, body, UUID.randomUUID().toString(), Instant.now());
        return signed(method, path, body, credential, headers);
    }

    public Http.Reply signed(String method, String path, String body, String credential, String... headers) {
        var all = Stream.of(List.of(headers), List.of("Authorization", credential, "Content-Type", "application/json"))
                .flatMap(List::stream)
                .toArray(String[]::new);
        return Http.send(method, service.apply(path), body, all);
    }

    /** The {@code Authorization} header of this request. */
    public String credential(String method, String path, String body, String nonce, Instant at) {
        try {
            var url =
                    URLEncoder.encode(service.apply(path).toString().toLowerCase(Locale.ROOT), StandardCharsets.UTF_8);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var digest = body.isEmpty()
                    ? ""
                    : base64(MessageDigest.getInstance("MD5").digest(bytes));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            var said = partner + method + url + at.getEpochSecond() + nonce + digest;
            var signature =
                    base64(mac.doFinal(said.getBytes(StandardCharsets.UTF_8))).substring(0, 10);
            return "hmac " + partner + ":" + signature + ":" + nonce + ":" + at.getEpochSecond();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
