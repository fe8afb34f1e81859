package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Payment invoices of the sandbox's merchant in Denmark, as the merchant, its payers and their bank handle them. */
public final class HostedFixture {

    private static final String JSON = "application/json";
    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString("coma_sandboxDK00000001:key-dk".getBytes(StandardCharsets.UTF_8));

    private static final String ACQUIRER_FAULTS = "/mock/psp/faults";

    private final MachineTime time = new MachineTime();
    private final Sandbox sandbox;

    public HostedFixture(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** A payment invoice that a merchant has created, over the API; with no service if that is empty. */
    public JsonNode created(String amount, String currency, String service, String more) {
        var chosen = service.isEmpty() ? "" : "\"service\":\"" + service + "\",";
        var body =
                """
                {"data":{"type":"payment-invoices","attributes":{%s%s"amount":%s,"test_mode":true,"currency":"%s",
                "reference_id":"hosted-%s","flow":"charge","options":{}}}}"""
                        .formatted(more, chosen, amount, currency, UUID.randomUUID());
        var reply =
                Http.send("POST", sandbox.uri("/payment-invoices"), body, "Content-Type", JSON, "Authorization", BASIC);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().get("data");
    }

    /** The path of its page, as the merchant is told it. */
    public static String page(JsonNode created) {
        var url = URI.create(created.at("/attributes/hpp_url").asText());
        return url.getRawPath() + "?" + url.getRawQuery();
    }

    /** A link as a shop writes it. */
    public static String link(String amount, String currency, String reference, String service) {
        return "/hpp/?"
                + query(Map.of(
                        "public_key", "pk_test_dk", "amount", amount, "currency", currency, "reference_id", reference))
                + (service.isEmpty() ? "" : "&service=" + service);
    }

    /** The id of the page to which a link of a shop leads. */
    public String opened(String link) {
        var reply = Http.get(sandbox.uri(link));
        assertThat(reply.status()).as(reply.body()).isEqualTo(303);
        return reply.headers().firstValue("Location").orElseThrow().replaceAll(".*cpi=(\\w+).*", "$1");
    }

    public Http.Reply show(String id) {
        return Http.get(sandbox.uri("/hpp/?cpi=" + id), "Accept-Language", "en");
    }

    public Http.Reply choose(String id, String service) {
        return form("/hpp/" + id + "/service", Map.of("service", service));
    }

    public Http.Reply confirm(String id, Map<String, String> values) {
        return form(
                "/hpp/" + id + "/confirm",
                values.entrySet().stream()
                        .collect(Collectors.toMap(value -> "field-" + value.getKey(), Map.Entry::getValue)));
    }

    public Http.Reply form(String path, Map<String, String> fields) {
        return Http.send(
                "POST",
                sandbox.uri(path),
                fields.isEmpty() ? "none=" : query(fields),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept-Language",
                "en");
    }

    private static String query(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** All of it comes to the bank, which tells of it. */
    public void transfer(String id) {
        var attributes = attributes(id);
        var body = "{\"reference\":\"%s\",\"amount\":%s,\"currency\":\"%s\"}"
                .formatted(
                        attributes.at("/flow_data/requisites/reference").asText(),
                        attributes.get("amount").asText(),
                        attributes.get("currency").asText());
        var reply = Http.send("POST", sandbox.uri("/mock/bank/transfers"), body, "Content-Type", JSON);
        assertThat(reply.status()).isEqualTo(201);
    }

    /** A payer's button at the bank, for a payment of which the bank knows. */
    public void press(String id, String button) {
        var reference = attributes(id).at("/flow_data/requisites/reference").asText();
        Http.send("POST", sandbox.uri("/mock/bank/payments/" + reference + "/" + button), "");
    }

    /** The card acquirer thinks so long about every call, until it is {@linkplain #quickAcquirer quick again}. */
    public void slowAcquirer(Duration latency) {
        var faults = "{\"latencyMs\": %d}".formatted(latency.toMillis());
        var reply = Http.send("POST", sandbox.uri(ACQUIRER_FAULTS), faults, "Content-Type", JSON);
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
    }

    public void quickAcquirer() {
        Http.send("DELETE", sandbox.uri(ACQUIRER_FAULTS), "");
    }

    /** The merchant gives so much back. */
    public void refund(String id, String amount) {
        var body = "{\"data\":{\"type\":\"refund\",\"attributes\":{\"amount\":%s,\"reference_id\":\"rf-%s\"}}}"
                .formatted(amount, id);
        var path = sandbox.uri("/payment-invoices/" + id + "/refund");
        var reply = Http.send("POST", path, body, "Content-Type", JSON, "Authorization", BASIC);
        assertThat(reply.status()).isEqualTo(201);
    }

    /** As its merchant reads it. */
    public JsonNode attributes(String id) {
        return Http.get(sandbox.uri("/api/payment-invoices/" + id), "Authorization", BASIC)
                .json()
                .at("/data/attributes");
    }

    public String status(String id) {
        return attributes(id).get("status").asText();
    }

    public void awaitStatus(String id, String status) {
        await().untilAsserted(() -> assertThat(status(id)).isEqualTo(status));
    }

    /**
     * The merchant is told of each of these changes, once unless the machine stood still. A callback shows what is true
     * when it is sent: the status of its change, or of one that came soon after; the last one shows the last status.
     */
    public void awaitTold(String id, String... changes) {
        var order = List.of(changes);
        await().untilAsserted(() -> {
            var told = told(id);
            assertThat(told)
                    .isSubsetOf(order)
                    .hasSizeGreaterThanOrEqualTo(order.size())
                    .endsWith(order.get(order.size() - 1));
            assertThat(told).isSortedAccordingTo(Comparator.comparing(order::indexOf));
            for (int change = 0; change < order.size(); change++) {
                assertThat(order.indexOf(told.get(change)))
                        .as(told + " of " + order)
                        .isGreaterThanOrEqualTo(change);
            }
            assertThat(told.size() == order.size() || time.stoodStill())
                    .as(told + " of " + order)
                    .isTrue();
        });
    }

    /** The statuses of which the merchant was told, in the order in which they came. */
    private List<String> told(String id) {
        var statuses = new ArrayList<String>();
        for (var one : Http.get(sandbox.uri("/mock/merchant/received")).json()) {
            var body = one.get("body").asText();
            if (body.contains(id)
                    && one.get("headers").toString().toLowerCase(Locale.ROOT).contains("x-signature")) {
                statuses.add(0, body.replaceAll("(?s).*?\"status\":\"(\\w+)\".*", "$1"));
            }
        }
        return statuses;
    }
}
