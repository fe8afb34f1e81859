package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.SandboxLinks;
import io.caravan.support.WalletClient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The OpenAPI file of MobilePay. */
class MobilePayOpenApiTests extends OpenApiTests {

    private static final AtomicInteger PHONES = new AtomicInteger();

    private final MerchantClient merchant = new MerchantClient(sandbox::uri);
    private final String token = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");
    private final String wallet = MerchantClient.token(sandbox::uri, "sandbox-wallet", "sandbox-wallet-secret");
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Copenhagen"));

    MobilePayOpenApiTests() {
        super("mobilepay");
    }

    @Test
    void theFileNamesAllCodes() {
        assertThat(description())
                .contains(
                        "10008", "10101", "10102", "10104", "10201", "10202", "10203", "10303", "10310", "10311",
                        "10312", "10314", "10504", "10505", "10506", "10507");
    }

    @Override
    protected boolean covers(String operation) {
        return operation.matches("\\w+ /api/v1/(?!callbacks|consumers/me/payments).*");
    }

    @Override
    protected String credential(OpenApiFile.Operation operation) {
        return "Bearer " + (operation.path().contains("/consumers/") ? wallet : token);
    }

    /** For a payer of their own. */
    @Override
    protected Map<String, String> values(OpenApiFile.Operation operation) {
        var phone = "+4571620%03d".formatted(PHONES.incrementAndGet());
        var values = new HashMap<String, String>();
        values.put("phone", phone);
        values.put("AuthenticatedUser", WalletClient.idOf(phone));
        if (operation.path().endsWith("/link")) {
            values.put("invoiceId", SandboxLinks.aLink(sandbox));
        } else if (operation.path().contains("onsent")) {
            var link = SandboxLinks.aLink(sandbox);
            values.put("link", link);
            if (operation.path().contains("{consentId}")) {
                values.put("consentId", consent(link));
            }
            if (operation.path().contains("/consumers/")) {
                WalletClient.payAt(sandbox::uri, phone, link);
            }
        } else if (operation.path().contains("{invoiceId}")) {
            values.put("invoiceId", merchant.invoice(phone, "openapi-" + UUID.randomUUID()));
        }
        return values;
    }

    private String consent(String link) {
        var reply = Http.send(
                "POST",
                sandbox.uri("/api/v1/directinvoiceconsents"),
                "{\"invoiceId\":\"" + link + "\"}",
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
        return reply.json().path("ConsentId").asText();
    }

    /** With days that lie right and numbers that are new. */
    @Override
    protected void freshen(ObjectNode example, Map<String, String> values) {
        replace(example, "IssueDate", today.minusDays(2));
        replace(example, "DueDate", today.plusDays(30));
        replace(example, "PaymentDate", today.plusDays(1));
        replace(example, "InvoiceNumber", "openapi-" + UUID.randomUUID());
        replace(example, "InvoiceId", values.get("link"));
        if (example.path("ConsumerAlias") instanceof ObjectNode alias) {
            replace(alias, "Alias", values.get("phone"));
        }
    }
}
