package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.HostedFixture;
import io.caravan.support.Http;
import io.caravan.support.Sandbox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;

/** A merchant that shows its payers where to transfer money to, and its bank. */
abstract class WithMockBank {

    static final String JSON = "application/json";
    static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString("coma_sandboxDK00000001:key-dk".getBytes(StandardCharsets.UTF_8));
    final Sandbox sandbox = Sandbox.running();

    /** It knows whether the machine has stood still since a test began. */
    final HostedFixture hosted = new HostedFixture(sandbox);

    @AfterEach
    void mend() {
        Http.send("DELETE", sandbox.uri("/mock/bank/faults"), "");
    }

    static String idOf(Http.Reply created) {
        return created.json().at("/data/id").asText();
    }

    Http.Reply create(String amount, String currency, String service, String more) {
        var body =
                """
                {"data":{"type":"payment-invoices","attributes":{%s"amount":%s,"test_mode":true,"currency":"%s",
                "service":"%s","flow":"charge","options":{}}}}"""
                        .formatted(more, amount, currency, service);
        return post("/payment-invoices", body);
    }

    Http.Reply post(String path, String body) {
        return Http.send("POST", sandbox.uri(path), body, "Content-Type", JSON, "Authorization", BASIC);
    }

    Http.Reply confirm(String id, String body) {
        return Http.send("POST", sandbox.uri("/payment-invoices/" + id + "/confirm"), body, "Content-Type", JSON);
    }

    void transfer(String reference, String amount, String currency) {
        var body = "{\"reference\":\"%s\",\"amount\":%s,\"currency\":\"%s\"}".formatted(reference, amount, currency);
        assertThat(Http.send("POST", sandbox.uri("/mock/bank/transfers"), body, "Content-Type", JSON)
                        .status())
                .isEqualTo(201);
    }

    static String reference(JsonNode created) {
        return created.at("/attributes/flow_data/requisites/reference").asText();
    }

    void awaitStatus(String id, String status) {
        await().untilAsserted(() -> assertThat(status(id)).isEqualTo(status));
    }

    String status(String id) {
        return Http.get(sandbox.uri("/api/payment-invoices/" + id), "Authorization", BASIC)
                .json()
                .at("/data/attributes/status")
                .asText();
    }

    static String signature(String body) throws Exception {
        var digest = MessageDigest.getInstance("SHA-1")
                .digest(("sk_test_dk" + body + "sk_test_dk").getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
