package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.support.Endpoint;
import io.caravan.support.Http;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The OpenAPI file of payment invoices. */
class PaymentInvoicesOpenApiTests extends OpenApiTests {

    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString("coma_sandboxFI00000001:key-fi".getBytes(StandardCharsets.UTF_8));

    PaymentInvoicesOpenApiTests() {
        super("payment-invoices");
    }

    @Override
    protected boolean covers(String operation) {
        return operation.matches("\\w+ /(api/(payment-invoices|refunds)(/.*)?|hpp/\\{id}/(qr|barcode)\\..*)");
    }

    @Test
    void allThatIsUnderApiIsThereWithoutItToo() {
        var all = Endpoint.all().stream().map(Endpoint::toString).toList();

        assertThat(all.stream()
                        .filter(this::covers)
                        .filter(path -> path.contains("/api/"))
                        .map(path -> path.replace("/api/", "/")))
                .hasSize(6)
                .allSatisfy(path -> assertThat(all).contains(path));
    }

    @Override
    protected String credential(OpenApiFile.Operation operation) {
        return BASIC;
    }

    /** 200 is for what came before. */
    @Override
    protected int success(OpenApiFile.Operation operation) {
        var creates = operation.yaml().path("responses").has("201");
        return creates ? 201 : operation.success();
    }

    @Override
    protected Map<String, String> values(OpenApiFile.Operation operation) {
        return switch (operation.id()) {
            case "showPaymentInvoice", "drawQrCode", "pictureQrCode" -> create("sepa_qr_eur_invoice");
            case "drawBarcode", "pictureBarcode" -> create("fi_barcode_eur_invoice");
            case "confirmPaymentInvoice" -> create("bank_transfer_eur_invoice");
            case "refundPaymentInvoice" -> paid();
            case "showRefund" -> refunded();
            default -> Map.of();
        };
    }

    private Map<String, String> create(String service) {
        var reply = post(
                "/payment-invoices",
                """
                {"data": {"type": "payment-invoices", "attributes":
                  {"amount": 10, "currency": "EUR", "test_mode": true, "service": "%s"}}}"""
                        .formatted(service));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        var data = reply.json().get("data");
        var reference = data.at("/attributes/flow_data/requisites/reference").asText();
        return Map.of("id", data.get("id").asText(), "reference", reference);
    }

    private Map<String, String> paid() {
        var made = create("sepa_qr_eur_invoice");
        var transfer =
                "{\"reference\": \"%s\", \"amount\": 10, \"currency\": \"EUR\"}".formatted(made.get("reference"));
        assertThat(post("/mock/bank/transfers", transfer).status()).isEqualTo(201);
        await().untilAsserted(() -> assertThat(
                        Http.get(sandbox.uri("/payment-invoices/" + made.get("id")), "Authorization", BASIC)
                                .body())
                .contains("\"status\":\"processed\""));
        return made;
    }

    private Map<String, String> refunded() {
        var body = "{\"data\": {\"type\": \"refund\", \"attributes\": {\"reference_id\": \"%s\"}}}"
                .formatted(UUID.randomUUID());
        var reply = post("/payment-invoices/" + paid().get("id") + "/refund", body);
        return Map.of("id", reply.json().at("/data/id").asText());
    }

    private Http.Reply post(String path, String body) {
        return Http.send("POST", sandbox.uri(path), body, "Content-Type", "application/json", "Authorization", BASIC);
    }

    /** With references that are new, and the id of the path. */
    @Override
    protected void freshen(ObjectNode example, Map<String, String> values) {
        if (example.at("/data/attributes") instanceof ObjectNode attributes) {
            replace(attributes, "reference_id", "openapi-" + UUID.randomUUID());
            replace(attributes, "invoiceId", values.get("id"));
        }
    }
}
