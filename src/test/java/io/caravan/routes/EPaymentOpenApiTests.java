package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.SalesUnitClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;

/** The OpenAPI file of the ePayment API, and of the APIs around it. */
class EPaymentOpenApiTests extends OpenApiTests {

    private static final String WEBHOOK =
            """
            {"url": "https://shop.example/vipps", "events": ["epayments.payment.created.v1"]}""";
    private static final String CATEGORY =
            """
            {"orderId": "%s", "paymentType": "ECOM", "type": "GENERAL", "url": "https://shop.example/1"}""";

    private final SalesUnitClient unit = new SalesUnitClient(sandbox::uri, "no");
    private final String wallet = MerchantClient.token(sandbox::uri, "sandbox-wallet", "sandbox-wallet-secret");
    private final String token = SalesUnitClient.token(sandbox::uri, "no");

    EPaymentOpenApiTests() {
        super("epayment");
    }

    @Override
    protected boolean covers(String operation) {
        return operation.matches(
                "\\w+ /(epayment|webhooks|order-management|v2|vipps-userinfo-api|api/v1/consumers/me/payments)/.*");
    }

    @Override
    protected Set<String> before() {
        return Set.of("POST /accesstoken/get");
    }

    @Override
    protected String credential(OpenApiFile.Operation operation) {
        return "Bearer " + (operation.path().contains("/consumers/") ? wallet : token);
    }

    @Override
    protected Map<String, String> values(OpenApiFile.Operation operation) {
        var reference = "openapi-" + UUID.randomUUID();
        var values = new HashMap<>(Map.of("Idempotency-Key", UUID.randomUUID().toString(), "orderId", reference));
        if (operation.path().contains("/payments/{reference}")) {
            values.put("reference", reference);
            create(reference, "");
            prepare(operation.id(), reference);
        } else if (operation.path().contains("/consumers/")) {
            create(reference, "");
            var payment = unit.get("/epayment/v1/payments/" + reference).json();
            values.put("pageUrl", payment.get("redirectUrl").asText());
            values.put("paymentId", payment.get("pspReference").asText());
            open(values, operation.id());
        } else if (operation.path().contains("{sub}")) {
            create(reference, "email phoneNumber");
            approve(reference);
            var payment = unit.get("/epayment/v1/payments/" + reference).json();
            values.put("sub", payment.at("/profile/sub").asText());
        } else if (operation.path().contains("/webhooks/{id}")) {
            values.put(
                    "id", post("/webhooks/v1/webhooks", WEBHOOK, 201).get("id").asText());
        } else if (operation.path().contains("{categoryId}")) {
            var made = post("/order-management/v3/categories", CATEGORY.formatted(reference), 201);
            values.put("categoryId", made.get("categoryId").asText());
        } else if (operation.id().startsWith("getOrder")) {
            var link = "{\"category\": \"GENERAL\", \"orderDetailsUrl\": \"https://shop.example/1\"}";
            assertThat(unit.send("PUT", "/order-management/v2/ecom/categories/" + reference, link)
                            .status())
                    .isEqualTo(200);
        }
        return values;
    }

    /** Has the payer of the example open the page, unless the operation does. */
    private void open(Map<String, String> values, String operation) {
        if (!operation.equals("openPayment")) {
            var reply = Http.send(
                    "POST",
                    sandbox.uri("/mock/wallet/+4748658141/open"),
                    "{\"url\": \"" + values.get("pageUrl") + "\"}");
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        }
    }

    /** Brings the payment into the state that the operation needs. */
    private void prepare(String operation, String reference) {
        switch (operation) {
            case "capturePayment" -> approve(reference);
            case "refundPayment" -> {
                approve(reference);
                post(
                        "/epayment/v1/payments/" + reference + "/capture",
                        "{\"modificationAmount\": {\"currency\": \"NOK\", \"value\": 1000}}",
                        200);
            }
            default -> {}
        }
    }

    /** Nobody else in this service is to have events sent to the address of an example. */
    @AfterAll
    void leaveNoWebhook() {
        unit.get("/webhooks/v1/webhooks").json().get("webhooks").forEach(webhook -> {
            if (webhook.get("url").asText().contains("shop.example")) {
                unit.send("DELETE", "/webhooks/v1/webhooks/" + webhook.get("id").asText(), "");
            }
        });
    }

    private void create(String reference, String scope) {
        post(
                "/epayment/v1/payments",
                """
                {"amount": {"currency": "NOK", "value": 2000}, "paymentMethod": {"type": "WALLET"}, "reference": "%s",
                 "returnUrl": "https://shop.example/thanks", "userFlow": "WEB_REDIRECT", "profile": {"scope": "%s"}}"""
                        .formatted(reference, scope),
                201);
    }

    private void approve(String reference) {
        post(
                "/epayment/v1/test/payments/" + reference + "/approve",
                "{\"customer\": {\"phoneNumber\": 4748658141}}",
                200);
    }

    private JsonNode post(String path, String body, int expected) {
        var reply = unit.send(
                "POST", path, body, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(reply.status()).as(reply.body()).isEqualTo(expected);
        return reply.body().isEmpty() ? MissingNode.getInstance() : reply.json();
    }

    /** With a reference that is new and a time that lies ahead. */
    @Override
    protected void freshen(ObjectNode example, Map<String, String> values) {
        replace(example, "reference", "openapi-" + UUID.randomUUID());
        replace(example, "orderId", values.get("orderId"));
        if (values.containsKey("pageUrl")) {
            replace(example, "url", values.get("pageUrl"));
        }
        if (example.has("src")) {
            replace(example, "imageId", values.get("orderId"));
            replace(example, "src", picture());
        }
        replace(
                example,
                "expiresAt",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1)));
    }

    private static String picture() {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
