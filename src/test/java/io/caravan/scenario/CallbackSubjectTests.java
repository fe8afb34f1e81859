package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import io.caravan.support.PartnerScene;
import io.caravan.support.SalesUnitClient;
import io.caravan.support.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A merchant finds its callbacks by what it calls the thing that they are about, whatever the dialect. */
class CallbackSubjectTests {

    private static final String DK = basic("coma_sandboxDK00000001:key-dk");
    private static final String FI = basic("coma_sandboxFI00000001:key-fi");

    private final Sandbox sandbox = Sandbox.running();

    @Test
    void aPaymentOfASalesUnitIsNamedByItsReference() {
        var reference = "order-" + UUID.randomUUID();
        var payment =
                """
                {"amount":{"currency":"DKK","value":2000},"paymentMethod":{"type":"wallet"},"reference":"%s","returnUrl":"https://example.io/redirect",
                 "userFlow":"WEB_REDIRECT"}"""
                        .formatted(reference);

        var created = new SalesUnitClient(sandbox::uri, "dk")
                .send("POST", "/epayment/v1/payments", payment, "Idempotency-Key", reference);

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        awaitEvents(reference, "payment_created");
        assertThat(subjects(DK, reference)).containsExactly(reference);
        assertThat(subjects(FI, reference)).isEmpty();
        assertThat(subjects(DK, reference + "%00")).isEmpty();
    }

    @Test
    void aPaymentInvoiceIsNamedByItsOwnId() {
        var created = Http.send(
                "POST",
                sandbox.uri("/payment-invoices"),
                """
                {"data":{"type":"payment-invoices","attributes":{"amount":10,"test_mode":true,"currency":"EUR",
                "service":"test_eur_invoice","flow":"charge","options":{}}}}""",
                "Authorization",
                DK,
                "Content-Type",
                "application/json");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        var id = created.json().at("/data/id").asText();

        awaitEvents(id, "payment_created");
        assertThat(id).startsWith("cpi_");
        assertThat(subjects(DK, id)).containsExactly(id);
        assertThat(subjects(FI, id)).isEmpty();
    }

    @Test
    void whatBelongsToAPreTransactionIsNamedByItsId() {
        var scene = new PartnerScene(sandbox::uri);
        var id = scene.create("\"msisdn\": \"" + scene.phone + "\"");
        scene.shortCode();
        scene.payByCard(scene.open(id));

        awaitEvents(id, "invoice_accessed", "sms_delivered", "payment_created", "payment_captured");
        assertThat(subjects(DK, id)).containsExactly(id);
        assertThat(subjects(FI, id)).isEmpty();
        var transaction = scene.transaction().get("transactionId").asText();
        assertThat(subjects(DK, transaction)).containsExactly(id);
    }

    private void awaitEvents(String subject, String... events) {
        await().untilAsserted(() -> assertThat(values(DK, subject, "event")).contains(events));
    }

    private Set<String> subjects(String caller, String subject) {
        return Set.copyOf(values(caller, subject, "subject"));
    }

    private List<String> values(String caller, String subject, String key) {
        var reply = Http.get(sandbox.uri("/api/v1/callbacks?invoiceId=" + subject), "Authorization", caller);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().get("items").findValuesAsText(key);
    }

    private static String basic(String account) {
        return "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    }
}
