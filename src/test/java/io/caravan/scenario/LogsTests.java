package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.CallbackReceiver;
import io.caravan.support.ConsoleClient;
import io.caravan.support.HostedFixture;
import io.caravan.support.Http;
import io.caravan.support.LogRecorder;
import io.caravan.support.MerchantClient;
import io.caravan.support.PartnerScene;
import io.caravan.support.PaymentFixture;
import io.caravan.support.SalesUnitClient;
import io.caravan.support.Sandbox;
import io.caravan.support.WalletClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log tells while every API works and fails: nothing about people, and no secret. */
class LogsTests {

    private static final String NAME = "Grethe Hemmelighed";
    private static final String MAIL = "grethe@hemmelig.example";

    private final Sandbox sandbox = Sandbox.running();
    private final LogRecorder log = new LogRecorder();
    private final List<String> secrets = new ArrayList<>(List.of(
            NAME,
            MAIL,
            "Hemmelighed",
            "sandbox-dk-secret",
            "sandbox-wallet-secret",
            "sub-dk",
            "key-dk",
            "c2FuZGJveC1kay1obWFjLWtleQ==",
            "ops-sandbox",
            "whsec_",
            "Bearer ey",
            "Basic Y29t",
            "hmac 1:",
            "4111111111111111"));

    @AfterEach
    void stop() {
        log.close();
        Http.send("DELETE", sandbox.uri("/mock/sms/faults"), "");
        Http.send("DELETE", sandbox.uri("/mock/psp/faults"), "");
    }

    @Test
    void anInvoiceThatIsPaidAndThingsThatFailLeaveNobodysDataInTheLog() {
        var merchant = new MerchantClient(sandbox::uri);
        var phone = aPhone();
        secrets.add("merchant:secret");
        secrets.add("bWVyY2hhbnQ6c2VjcmV0");
        try (var receiver = new CallbackReceiver()) {
            merchant.callbacksTo(receiver.uri());
            var invoice = merchant.post(
                            "/invoices",
                            MerchantClient.body(phone, "log-" + UUID.randomUUID())
                                    .replace("\"TotalAmount\"", "\"ConsumerName\": \"" + NAME + "\", \"TotalAmount\""))
                    .json()
                    .get("InvoiceId")
                    .asText();
            assertThat(WalletClient.payAt(sandbox::uri, phone, invoice).status())
                    .isEqualTo(200);
            await().until(() -> receiver.statusesOf(invoice).contains("Paid"));
            var refused = merchant.invoice(phone, "log-" + UUID.randomUUID());
            faults("psp", "{\"dropRate\": 1}");
            WalletClient.payAt(sandbox::uri, phone, refused);
        }
        merchant.post("/invoices", "{\"ConsumerAlias\": {\"Alias\": \"" + phone + "\", \"AliasType\": \"" + NAME);
        merchant.post("/invoices", MerchantClient.body(phone + NAME, MAIL).replace("360", "\"" + NAME + "\""));
        Http.get(sandbox.uri("/api/v1/merchants/" + phone + "/invoices/" + phone), "Authorization", "Bearer " + NAME);
        Http.send(
                "POST",
                sandbox.uri("/oauth2/token"),
                "client_id=" + NAME + "&client_secret=" + MAIL,
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(log.lines()).isNotEmpty();
        assertNothingIsTold();
    }

    @Test
    void aPartnersTransactionsAndSmsThatFailLeaveNobodysDataInTheLog() {
        var scene = new PartnerScene(sandbox::uri);
        addForms(scene.phone);
        var id = scene.create("\"msisdn\": \"" + scene.phone + "\", \"smsNotificationText\": \"Pay " + NAME
                + " {{paymentSelectionPageUrl}}\", \"description\": \"" + NAME + "\", \"statusCallbackUrl\": "
                + "\"http://127.0.0.1:1/" + MAIL + "?to={{msisdn}}\"");
        secrets.add(scene.shortCode());
        var page = scene.open(id);
        secrets.add(page.getPath().substring(page.getPath().lastIndexOf('/') + 1));
        scene.payByCard(page);
        scene.awaitStatus("CaptureOk");
        faults("sms", "{\"errorRate\":1}");
        var failing = new PartnerScene(sandbox::uri);
        addForms(failing.phone);
        failing.create("\"msisdn\": \"" + failing.phone + "\", \"smsNotificationText\": \"" + NAME + "\"");
        scene.partner.post("/api/pre-transactions?api-version=2.0", "{\"msisdn\": \"" + scene.phone + "\", " + NAME);
        scene.partner.signed("GET", "/api/transactions/1/" + scene.reference, "", "hmac 1:" + NAME + ":x:1");

        await().until(() -> log.with("caravan.dead-letter").findAny().isPresent());
        assertThat(log.with("caravan.dead-letter"))
                .allMatch(line -> line.matches("(?s).*gave up on notice [0-9a-f-]{36}: \\w+ .*"));
        assertNothingIsTold();
        assertNoBeanTells();
    }

    @Test
    void aSalesUnitsPaymentsLeaveNobodysDataInTheLog() {
        var phone = aPhone();
        var payment = new PaymentFixture(sandbox, "dk")
                .to(phone)
                .askingFor("name email address birthDate")
                .describedAs(NAME)
                .created();
        secrets.add(payment.token());
        var unit = new SalesUnitClient(sandbox::uri, "dk");
        var approve = "/epayment/v1/test/payments/" + payment.reference() + "/approve";
        assertThat(unit.send("POST", approve, "{\"customer\": {\"phoneNumber\": \"" + phone.substring(1) + "\"}}")
                        .status())
                .isLessThan(300);
        unit.send(
                "POST",
                "/epayment/v1/payments/" + payment.reference() + "/capture",
                "{\"modificationAmount\": {\"value\": 24900, \"currency\": \"DKK\"}}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        unit.send("POST", "/epayment/v1/payments", "{\"customer\": {\"phoneNumber\": \"" + phone + "\"}, " + NAME);
        unit.send("POST", "/epayment/v1/payments", "{\"customer\": \"" + NAME + "\"}", "Idempotency-Key", MAIL);
        unit.send("GET", "/epayment/v1/payments/" + MAIL, "", "Ocp-Apim-Subscription-Key", NAME.replace(' ', '-'));
        Http.get(sandbox.uri("/vipps-userinfo-api/userinfo/" + UUID.randomUUID()), "Authorization", "Bearer " + MAIL);
        assertThat(payment.state()).isEqualTo("AUTHORIZED");

        assertNothingIsTold();
    }

    @Test
    void paymentInvoicesLeaveNobodysDataInTheLog() {
        var hosted = new HostedFixture(sandbox);
        var created = hosted.created(
                "10",
                "EUR",
                "sepa_qr_eur_invoice",
                "\"customer\":{\"reference_id\":\"" + MAIL + "\",\"name\":\"" + NAME + "\",\"email\":\"" + MAIL + "\"},"
                        + "\"description\":\"" + NAME + "\",\"callback_url\":\"http://127.0.0.1:1/" + MAIL + "\",");
        var id = created.get("id").asText();
        hosted.show(id);
        hosted.confirm(id, Map.of("message", NAME));
        hosted.transfer(id);
        hosted.awaitStatus(id, "processed");
        Http.send(
                "POST",
                sandbox.uri("/payment-invoices"),
                "{\"data\": \"" + NAME,
                "Content-Type",
                "application/json",
                "Authorization",
                "Basic Y29tYV9zYW5kYm94REswMDAwMDAwMTprZXktZGs=");
        Http.send(
                "POST",
                sandbox.uri("/api/callback/bank/transfer"),
                "{\"sender\": \"" + NAME + "\"}",
                "webhook-signature",
                "v1," + NAME,
                "Content-Type",
                "application/json");

        assertNothingIsTold();
    }

    @Test
    void whatOperatorsDoWithPayersLeavesNobodysDataInTheLog() {
        var phone = aPhone();
        new MerchantClient(sandbox::uri).invoice(phone, "log-" + UUID.randomUUID());
        var console = new ConsoleClient(sandbox::managementUri).signedIn();

        assertThat(console.post("privacy", "privacy-look", "phone", phone).body())
                .contains("invoices");
        assertThat(console.post("privacy", "privacy-export", "phone", phone).body())
                .contains(phone);
        assertThat(console.post("privacy", "privacy-erase", "phone", phone).status())
                .isEqualTo(303);
        assertThat(console.post("privacy", "privacy-look", "phone", phone + NAME)
                        .status())
                .isEqualTo(400);
        console.get("search?q=" + phone.replace("+", "%2B"));

        assertNothingIsTold();
    }

    @Test
    void aRouteThatBreaksTellsNoBodyAndNoHeader() {
        var phone = aPhone();
        var routes = sandbox.context().getBean(ProducerTemplate.class);

        for (var route : List.of("direct:give-operation", "direct:channel-psp")) {
            try {
                routes.sendBodyAndHeader(route, NAME + phone, "Authorization", "Bearer " + MAIL);
            } catch (CamelExecutionException e) {
                continue;
            }
        }

        assertNothingIsTold();
    }

    /** A phone that nobody else has, all forms of which are secrets. */
    private String aPhone() {
        var phone = "+457163" + ThreadLocalRandom.current().nextInt(1000, 9999);
        addForms(phone);
        return phone;
    }

    private void addForms(String phone) {
        var national = phone.substring(3);
        secrets.add(national);
        secrets.add(national.replaceAll("(..)(?=.)", "$1 "));
        secrets.add(national.substring(0, 4) + " " + national.substring(4));
    }

    private void faults(String mock, String settings) {
        assertThat(Http.send("POST", sandbox.uri("/mock/" + mock + "/faults"), settings)
                        .status())
                .isEqualTo(200);
    }

    private void assertNothingIsTold() {
        for (var secret : secrets) {
            assertThat(log.with(secret)).as(secret).isEmpty();
        }
    }

    /** In metrics and their tags, and in names and attributes of beans, as the one of an endpoint that was called. */
    private void assertNoBeanTells() {
        var all = management("/actuator/prometheus", "")
                + management("/actuator/jolokia", "{\"type\": \"list\"}")
                + Stream.of("org.apache.camel:type=endpoints,*", "org.apache.camel:type=routes,*", "caravan:*")
                        .map(name -> "{\"type\": \"read\", \"mbean\": \"" + name + "\"}")
                        .map(read -> management("/actuator/jolokia", read))
                        .collect(Collectors.joining());
        assertThat(all.contains("caravan_holds") && all.contains("EndpointUri")).isTrue();
        for (var secret : secrets) {
            assertThat(all.contains(secret)).as(secret).isFalse();
        }
    }

    private String management(String path, String body) {
        var reply = Http.send(
                body.isEmpty() ? "GET" : "POST",
                sandbox.managementUri(path),
                body,
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("ops:ops-sandbox".getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                "application/json");
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }
}
