package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.store.JdbcServices;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.CodeReader;
import io.caravan.support.Http;
import io.caravan.support.Sandbox;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way to pay, from the request of a merchant to the money that it gives back. */
class PaymentServicesTests {

    private static final String JSON = "application/json";
    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString("coma_sandboxNO00000001:key-no".getBytes(StandardCharsets.UTF_8));

    private final Sandbox sandbox = Sandbox.running();

    /** A payment by one of the services. */
    private record Walk(Service service, String amount, JsonNode created) {

        String id() {
            return created.get("id").asText();
        }

        String requisite(String name) {
            return created.at("/attributes/flow_data/requisites/" + name).asText();
        }
    }

    @Test
    void everyServiceOfTheTableIsPaidToldAndGivenBack() {
        var walks = services().stream().map(this::create).toList();
        assertThat(walks).hasSizeGreaterThan(12);

        walks.forEach(this::seeWhatThePayerSees);
        walks.forEach(this::confirm);
        walks.forEach(this::pay);
        walks.forEach(walk -> awaitTold(walk, "processed"));
        walks.forEach(this::refund);

        walks.forEach(walk -> awaitTold(walk, "partially_refunded"));
    }

    private Walk create(Service service) {
        var amount = service.smallest().amount().max(BigDecimal.TEN).setScale(2).toPlainString();
        var body =
                """
                {"data":{"type":"payment-invoices","attributes":{"reference_id":"walk-%s","amount":%s,"test_mode":true,
                "currency":"%s","service":"%s","flow":"charge","options":{}}}}"""
                        .formatted(UUID.randomUUID(), amount, service.currency().getCurrencyCode(), service.code());
        var reply = post("/payment-invoices", body, BASIC);
        assertThat(reply.status()).as(service.code() + reply.body()).isEqualTo(201);
        return new Walk(service, amount, reply.json().get("data"));
    }

    private void seeWhatThePayerSees(Walk walk) {
        assertThat(walk.created().at("/attributes/status").asText())
                .as(walk.service().code())
                .isEqualTo("process_pending");
        assertThat(payload(walk)).as(walk.service().code()).matches(expected(walk));
        for (var code : List.of("qr", "barcode")) {
            if (walk.requisite(code + "_payload").isEmpty()) {
                assertThat(walk.requisite(code + "_svg_url")).isEmpty();
                assertThat(Http.get(sandbox.uri("/hpp/" + walk.id() + "/" + code + ".svg"))
                                .status())
                        .isEqualTo(404);
            } else {
                assertThat(scanned(walk, code)).containsOnly(walk.requisite(code + "_payload"));
            }
        }
    }

    /** What the drawing and the picture of a code say, from the addresses that the merchant was given. */
    private static List<String> scanned(Walk walk, String code) {
        try {
            var drawing = URI.create(walk.requisite(code + "_svg_url"))
                    .toURL()
                    .openStream()
                    .readAllBytes();
            var picture = URI.create(walk.requisite(code + "_png_url"))
                    .toURL()
                    .openStream()
                    .readAllBytes();
            return List.of(
                    CodeReader.read(CodeReader.painted(drawing)).getText(),
                    CodeReader.read(CodeReader.picture(picture)).getText());
        } catch (Exception e) {
            throw new AssertionError(walk.service().code() + " cannot be scanned", e);
        }
    }

    private static String payload(Walk walk) {
        return switch (walk.service().kind()) {
            case SEPA_QR, SWISS_QR, UPI_QR -> walk.requisite("qr_payload");
            case FI_BARCODE, NO_KID, DK_FIK -> walk.requisite("barcode_payload");
            case UPI_DEEPLINK -> walk.requisite("deeplink_url");
            case BANK_TRANSFER -> walk.requisite("iban");
            case CARD_TRANSFER -> walk.requisite("card_number");
            case RECEIPT -> walk.requisite("invoice_receipt_number");
            default -> throw new AssertionError("a kind whose payment nobody walks: " + walk.service());
        };
    }

    /** As the standard of the code has amount and reference. */
    private static String expected(Walk walk) {
        var reference = walk.requisite("reference");
        return switch (walk.service().kind()) {
            case SEPA_QR -> "BCD\n002\n1\nSCT\nCOBADEFFXXX\n[^\n]+\nDE89370400440532013000\nEUR10.00\n\n" + reference;
            case SWISS_QR ->
                "(?s)SPC\n0200\n1\nCH4431999123000889012\n.*\n10.00\nCHF\n\n{7}QRR\n" + reference + "\n\nEPD";
            case UPI_QR, UPI_DEEPLINK -> "upi://pay\\?pa=merchant@oksbi&.*&tr=" + reference + "&am=10.00&cu=INR";
            case FI_BARCODE ->
                reference.startsWith("RF")
                        ? "537159030000007760000" + "1000" + reference.substring(2, 4) + "0*" + reference.substring(4)
                                + "0{6}"
                        : "43715903000000776" + "00001000" + "000" + "0*" + reference + "000000";
            case NO_KID -> reference;
            case DK_FIK -> "\\+71<" + reference + "\\+81234567<";
            default -> ".+";
        };
    }

    private void confirm(Walk walk) {
        var declared = walk.created().at("/attributes/flow_data/confirmation");
        var values = new LinkedHashMap<String, String>();
        walk.service().confirmation().forEach(field -> values.put(field.key(), "17"));
        var body = "{\"payload\":{"
                + String.join(
                        ",",
                        values.entrySet().stream()
                                .map(PaymentServicesTests::pair)
                                .toList()) + "}}";

        var reply = post("/payment-invoices/" + walk.id() + "/confirm", body, "");

        assertThat(declared.isNull()).as(walk.service().code()).isEqualTo(values.isEmpty());
        assertThat(reply.status()).as(walk.service().code() + reply.body()).isEqualTo(values.isEmpty() ? 409 : 200);
    }

    private static String pair(Map.Entry<String, String> pair) {
        return "\"" + pair.getKey() + "\":\"" + pair.getValue() + "\"";
    }

    private void pay(Walk walk) {
        var body = "{\"reference\":\"%s\",\"amount\":%s,\"currency\":\"%s\"}"
                .formatted(walk.requisite("reference"), walk.amount(), walk.requisite("currency"));
        assertThat(post("/mock/bank/transfers", body, "").status()).isEqualTo(201);
    }

    private void refund(Walk walk) {
        var body = "{\"data\":{\"type\":\"refund\",\"attributes\":{\"amount\":2.5,\"reference_id\":\"%s\"}}}"
                .formatted(UUID.randomUUID());
        var reply = post("/payment-invoices/" + walk.id() + "/refund", body, BASIC);
        assertThat(reply.json().at("/data/attributes/status").asText())
                .as(walk.service().code() + reply.body())
                .isEqualTo("processed");
    }

    /** The merchant has heard of it by a callback whose signature is right, and whoever asks hears the same. */
    private void awaitTold(Walk walk, String status) {
        await().untilAsserted(
                        () -> assertThat(told(walk)).as(walk.service().code()).contains(status));
        assertThat(Http.get(sandbox.uri("/api/payment-invoices/" + walk.id()), "Authorization", BASIC)
                        .json()
                        .at("/data/attributes/status")
                        .asText())
                .isEqualTo(status);
    }

    private List<String> told(Walk walk) throws Exception {
        var statuses = new ArrayList<String>();
        for (var one : Http.get(sandbox.uri("/mock/merchant/received?path=/mock/merchant/callbacks/no/paymentinvoices"))
                .json()) {
            var body = one.get("body").asText();
            if (body.contains(walk.id())) {
                assertThat(one.get("headers").toString()).containsIgnoringCase(signature(body));
                statuses.add(body.replaceAll("(?s).*?\"status\":\"(\\w+)\".*", "$1"));
            }
        }
        return statuses;
    }

    private static String signature(String body) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1")
                        .digest(("sk_test_no" + body + "sk_test_no").getBytes(StandardCharsets.UTF_8)));
    }

    private List<Service> services() {
        var dataSource = sandbox.context().getBean(DataSource.class);
        return new TransactionTemplate(new JdbcTransactionManager(dataSource))
                .execute(status -> new JdbcServices(new TransactionalJdbc(dataSource))
                        .all().stream()
                                .filter(service -> service.code().endsWith("_invoice"))
                                .toList());
    }

    private Http.Reply post(String path, String body, String credential) {
        return credential.isEmpty()
                ? Http.send("POST", sandbox.uri(path), body, "Content-Type", JSON)
                : Http.send("POST", sandbox.uri(path), body, "Content-Type", JSON, "Authorization", credential);
    }
}
