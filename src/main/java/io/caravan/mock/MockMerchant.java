package io.caravan.mock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The merchants' receiver of callbacks: checks each signature and keeps everything that comes. */
public final class MockMerchant {

    private static final long TOLERANCE_SECONDS = 300;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, String> secrets;

    /** {@code secrets}: the callback secret ({@code whsec_...}) of each merchant, by its country, lower case. */
    public MockMerchant(JdbcClient jdbc, Clock clock, Map<String, String> secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.secrets = Map.copyOf(secrets);
    }

    /** Keeps what has come, then answers 200. */
    public MockReply receive(
            String method, String path, String query, Map<String, Object> headers, String merchant, byte[] body) {
        var received = new TreeMap<String, String>();
        headers.forEach((name, value) -> {
            if (!name.startsWith("Camel")) {
                received.put(name.toLowerCase(Locale.ROOT), String.valueOf(value));
            }
        });
        var bytes = body == null ? new byte[0] : body;
        jdbc.sql(
                        """
                        insert into received (at, method, path, query, headers, body, signature_valid)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        now(),
                        method,
                        path,
                        query == null ? "" : query,
                        MockJson.write(received),
                        new String(bytes, StandardCharsets.UTF_8),
                        isSigned(received, bytes, secrets.getOrDefault(merchant, "")))
                .update();
        return MockReply.json(200, "{}");
    }

    /** All that came on paths that start so, newest first. */
    public MockReply list(String path) {
        return MockReply.json(200, MockJson.write(received(path)));
    }

    public MockReply forget() {
        jdbc.sql("delete from received").update();
        return MockReply.json(200, "{}");
    }

    List<Map<String, Object>> received(String path) {
        return jdbc.sql("select * from received where path like ? order by id desc limit 1000")
                .param((path == null ? "" : path) + "%")
                .query((row, n) -> {
                    var one = new LinkedHashMap<String, Object>();
                    one.put("at", row.getObject("at", OffsetDateTime.class).toString());
                    one.put("method", row.getString("method"));
                    one.put("path", row.getString("path"));
                    one.put("query", row.getString("query"));
                    one.put("headers", MockJson.read(row.getString("headers")));
                    one.put("body", row.getString("body"));
                    one.put("signatureValid", row.getBoolean("signature_valid"));
                    return (Map<String, Object>) one;
                })
                .list();
    }

    /** As Standard Webhooks 1.0 has it. */
    private boolean isSigned(Map<String, String> headers, byte[] body, String secret) {
        var id = headers.getOrDefault("webhook-id", "");
        var timestamp = headers.getOrDefault("webhook-timestamp", "");
        if (!WebhookSignature.isSecret(secret) || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) > TOLERANCE_SECONDS) {
            return false;
        }
        var expected = WebhookSignature.sign(secret, id, timestamp, body);
        var given = new ArrayList<>(
                Arrays.asList(headers.getOrDefault("webhook-signature", "").split(" ")));
        return given.stream()
                .anyMatch(one -> MessageDigest.isEqual(
                        one.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
