package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.PartnerClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI file of the Mobile Invoice API. */
class MobileInvoiceOpenApiTests extends OpenApiTests {

    private final PartnerClient partner = PartnerClient.of(sandbox);
    private final String token = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");

    MobileInvoiceOpenApiTests() {
        super("mobile-invoice");
    }

    /** Nobody else in this service is to have events sent to the address of an example. */
    @AfterAll
    void leaveNoWebhook() {
        partner.send("DELETE", "/api/webhooks/1", "");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whoTakesOnlyXmlGetsWhatTheFileSays(OpenApiFile.Operation operation) {
        var path = operation.path().replace("{partnerId}", "1").replaceAll("\\{[^}]*}", "none");

        var reply = Http.send(
                operation.method().toUpperCase(Locale.ROOT),
                sandbox.uri(path),
                "{}",
                "Content-Type",
                "application/json",
                "Accept",
                "application/xml",
                "Authorization",
                credential(operation));

        assertThat(reply.status() == 406)
                .as(reply.status() + " " + reply.body())
                .isEqualTo(operation.yaml().at("/responses/406").isObject());
        if (reply.status() == 406) {
            assertThat(faults(operation, reply)).isEmpty();
        }
    }

    @Override
    protected boolean covers(String operation) {
        return operation.matches("\\w+ (/api/(?!v1/|callback/|payment-invoices|refunds/)|/pre-transactions/).*");
    }

    @Override
    protected String credential(OpenApiFile.Operation operation) {
        return "Bearer " + token;
    }

    @Override
    protected Map<String, String> values(OpenApiFile.Operation operation) {
        var values = new HashMap<String, String>();
        var reference = "openapi-" + UUID.randomUUID();
        var path = operation.path();
        if (path.contains("{preTransactionId}") || path.contains("/ref/")) {
            values.put("preTransactionId", id(partner.post("/api/pre-transactions", preTransaction(reference))));
            values.put("referenceId", reference);
        } else if (operation.id().equals("verifyPin")) {
            values.put("transactionId", id(partner.post("/api/transactions", onPhoneBill(reference))));
        } else if (path.contains("{transactionId}") || operation.id().equals("showTransactionOfReference")) {
            values.put("transactionId", id(partner.post("/api/transactions", transaction(reference))));
            values.put("referenceId", reference);
        } else if (path.contains("webhooks")) {
            partner.send("PUT", "/api/webhooks/1", "{\"url\": \"https://shop.example/events\"}");
        }
        return values;
    }

    private static String preTransaction(String reference) {
        return """
                {"partnerId": 1, "currency": "DKK", "amount": 10, "paymentProviders": ["card"], "referenceId": "%s"}"""
                .formatted(reference);
    }

    private static String transaction(String reference) {
        return """
                {"partnerId": 1, "currency": "DKK", "amount": 10, "paymentProvider": "card", "referenceId": "%s"}"""
                .formatted(reference);
    }

    private static String onPhoneBill(String reference) {
        return """
                {"partnerId": 1, "currency": "DKK", "amount": 10, "paymentProvider": "phone", "referenceId": "%s",
                 "paymentEntity": "+4571000602", "confirmation": "pin"}"""
                .formatted(reference);
    }

    private static String id(Http.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(204);
        var location = reply.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1, location.lastIndexOf('?'));
    }

    /** With times that lie right and references that are new. */
    @Override
    protected void freshen(ObjectNode example, Map<String, String> values) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        replace(example, "referenceId", "openapi-" + UUID.randomUUID());
        replace(example, "expiryUtc", now.plus(Duration.ofDays(30)));
        replace(example, "smsNotificationSendTimeUtc", now.plus(Duration.ofDays(1)));
    }
}
