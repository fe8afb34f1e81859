package io.caravan.core.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationSecretTests {

    private static final Instant THEN = Instant.parse("2023-03-30T08:38:32Z");
    private static final URI WEBHOOK = URI.create("https://webhook.site/e2cee29b-012e-4f1d-8ef4-e95fd74a7a63");
    private static final byte[] BODY = "{\"some-unique-content\":\"ee6e441b-cc4a-46f8-895d-a5af79bcc233/hello-world\"}"
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void thePublishedSignatureComesOut() {
        var secret = new RegistrationSecret(
                "A0+AeKBRG2KRGvnNwJpQlb6IJFk48CKXCIcrLoHncVJKDILsQSxS6NWCccwWm6r6FhGKhiHTBsG2wo/xU6FY/A==");

        assertThat(secret.sign(WEBHOOK, BODY, THEN))
                .containsEntry("x-ms-date", "Thu, 30 Mar 2023 08:38:32 GMT")
                .containsEntry("x-ms-content-sha256", "lNlsp1XA03N34HrQsVzPgJKtC+r7l/RBF4V3JQUWMj4=")
                .containsEntry("Host", "webhook.site")
                .containsEntry(
                        "Authorization",
                        "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256"
                                + "&Signature=agAiSyogQbDHpeucoNwYz+yAr5nJ+v+zasdkSbqzv+U=");
    }

    @Test
    void theKeyIsTheTextAndNotWhatItDecodesTo() {
        var secret = new RegistrationSecret("A".repeat(86) + "==");

        assertThat(secret.sign(WEBHOOK, BODY, THEN).get("Authorization"))
                .endsWith("&Signature=u4zz3dyO3c3xJwl36rPpn1n7WF75u6r2epjH70MZTGM=");
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/, shop.example",
        "https://SHOP.example:443/, shop.example",
        "https://shop.example:8443/, shop.example:8443",
        "http://127.0.0.1:80/, 127.0.0.1",
        "http://127.0.0.1:9000/, 127.0.0.1:9000"
    })
    void theHostIsAsReceiversReadItFromTheAddress(URI uri, String host) {
        assertThat(RegistrationSecret.random().sign(uri, BODY, THEN)).containsEntry("Host", host);
    }

    @Test
    void daysHaveTwoDigitsAndTheQueryIsSigned() {
        var secret = RegistrationSecret.random();
        var early = Instant.parse("2024-01-02T03:04:05Z");

        var plain = secret.sign(URI.create("https://shop.example"), BODY, early);
        var queried = secret.sign(URI.create("https://shop.example?a=b"), BODY, early);

        assertThat(plain).containsEntry("x-ms-date", "Tue, 02 Jan 2024 03:04:05 GMT");
        assertThat(queried.get("Authorization")).isNotEqualTo(plain.get("Authorization"));
        assertThat(secret.sign(URI.create("https://shop.example/"), BODY, early))
                .isEqualTo(plain);
    }

    @Test
    void aNewSecretIsLongAndStaysOutOfLogs() {
        var secret = RegistrationSecret.random();

        assertThat(secret.text()).hasSize(88).endsWith("==");
        assertThat(secret.toString()).doesNotContain(secret.text());
    }
}
