package io.caravan.dialect.epayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.NewRegistration;
import io.caravan.core.callback.Registration;
import io.caravan.core.callback.RegistrationSecret;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.page.PageLinks;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Sale;
import io.caravan.core.paymentrequest.Adjusted;
import io.caravan.core.paymentrequest.PaymentReport;
import io.caravan.core.paymentrequest.PaymentRequest;
import io.caravan.core.paymentrequest.QrFormat;
import io.caravan.core.paymentrequest.UserFlow;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.ProfileSub;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.support.TestPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EPaymentTests {

    private static final Currency NOK = Currency.getInstance("NOK");
    private static final Instant NOW = Instant.parse("2023-03-30T08:38:32.123456Z");
    private static final String REFERENCE = "acme-shop-123-order123abc";
    private static final String TRACE = "9b1b4de9-6b0b-4c26-9c85-cc1d0a5f3bb2";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PageLinks links = TestPages.LINKS;
    private final EPayment ePayment = new EPayment(links, "vipps://?token=");

    @Test
    void thePaymentOfTheFirstInvoiceIsReadAsItIsPrinted() {
        var draft = read("create-web-redirect.json");

        assertThat(draft.reference()).isEqualTo(REFERENCE);
        assertThat(draft.amount()).isEqualTo(new Money(2000, NOK));
        assertThat(draft.phone().orElseThrow().number()).isEqualTo("+4748658141");
        assertThat(draft.flow()).isEqualTo(UserFlow.WEB_REDIRECT);
        assertThat(draft.terms().scopes()).containsExactly("phoneNumber");
        assertThat(draft.terms().returnUrl()).contains("https://example.io/redirect?orderId=1512202");
    }

    @Test
    void allThatAPaymentCanSayIsRead() {
        var draft = read("create-full.json");

        var terms = draft.terms();
        assertThat(draft.expiresAt()).contains(Instant.parse("2023-09-15T00:00:00Z"));
        assertThat(terms.qr()).contains(new QrFormat(QrFormat.Kind.PNG, 512));
        assertThat(terms.metadata()).containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "b", "two"));
        assertThat(terms.minimumAge()).contains(18);
        assertThat(terms.description()).contains("Two boards");
        assertThat(terms.receipt().orElseThrow().lines()).hasSize(1);
        assertThat(terms.industryData()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "reference":"short"                                         | reference              | none
            "reference":"has/slashes/in/it"                              | reference              | none
            "reference":null                                             | reference              | 4140
            "amount":{"currency":"NOK","value":-1}                       | amount.value           | 4040
            "amount":{"currency":"NOK","value":65000001}                 | amount.value           | 4040
            "amount":{"currency":"NOK","value":1.5}                      | amount.value           | 4040
            "amount":{"currency":"nok","value":1}                        | amount.currency        | none
            "userFlow":"PUSH_MESSAGE","customer":null                    | customer               | 4140
            "userFlow":"PUSH_MESSAGE","customer":{}                      | customer               | none
            "customer":{"phoneNumber":"4748658141","personalQr":"abcde"} | customer               | none
            "customer":{"phoneNumber":"12"}                              | customer.phoneNumber   | 4070
            "customer":{"personalQr":"abcdef"}                           | customer.personalQr    | 4060
            "customer":{"customerToken":"abcdef"}                        | customer.customerToken | 4050
            "profile":{"scope":"name shoeSize"}                          | profile.scope          | 4080
            "returnUrl":null                                             | returnUrl              | 4140
            "returnUrl":"http://example.io"                              | returnUrl              | 4090
            "returnUrl":"javascript:alert(1)"                            | returnUrl              | 4090
            "metadata":{"a":"","b":"","c":"","d":"","e":"","f":""}       | metadata               | 4100
            "metadata":{"":"x"}                                          | metadata.key           | 4120
            "metadata":{"a":{}}                                          | metadata.value         | 4130
            "paymentMethod":{"type":"CASH"}                              | paymentMethod.type     | 4160
            "paymentMethod":{"type":"WALLET","blockedSources":["GOLD"]}  | paymentMethod.blockedSources | 5010
            "expiresAt":"tomorrow"                                       | expiresAt              | none
            "paymentDescription":"ab"                                    | paymentDescription     | none
            "minimumUserAge":101                                         | minimumUserAge         | none
            "receipt":{"orderLines":[]}                                  | receipt.orderLines     | 4140
            """)
    void whatIsWrongIsNamedWithItsNumber(String member, String field, String code) throws IOException {
        var good = JSON.readTree(golden("create-web-redirect.json"));
        var wrong = good.deepCopy();
        JSON.readTree("{" + member + "}").properties().forEach(one -> ((com.fasterxml.jackson.databind.node.ObjectNode)
                        wrong)
                .set(one.getKey(), one.getValue()));

        var reason = catchThrowableOfType(
                InvalidInput.class, () -> ePayment.readPayment(JSON.writeValueAsBytes(wrong), caller(), key("k")));

        var answer = JSON.readTree(
                ePayment.showFailure(reason, "trace", "/epayment/v1/payments").body());
        assertThat(answer.get("status").asInt()).isEqualTo(400);
        var extras = answer.get("extraDetails");
        assertThat(extras.findValuesAsText("name")).contains(field);
        if (!code.equals("none")) {
            assertThat(extras.findValuesAsText("reason")).contains(code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"customerInteraction\":\"CUSTOMER_NOT_PRESENT\"}", "{\"phoneNumber\":null}"})
    void aCustomerOfWhomNothingIsKnownIsNobody(String customer) throws IOException {
        var body = (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(golden("create-web-redirect.json"));
        body.set("customer", JSON.readTree(customer));

        var draft = ePayment.readPayment(JSON.writeValueAsBytes(body), caller(), key("k"))
                .draft();

        assertThat(draft.phone()).isEmpty();
    }

    @Test
    void theBottomLineOfAReceiptIsReadAsOrderManagementReadsIt() throws IOException {
        var body = (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(golden("create-web-redirect.json"));
        body.set(
                "receipt",
                JSON.readTree(
                        """
                {"orderLines": [{"name": "Socks", "id": "1", "totalAmount": 2000, "totalAmountExcludingTax": 1600,
                  "totalTaxAmount": 400, "taxRate": 2500}],
                 "bottomLine": {"currency": "NOK", "tipAmount": 0, "giftCardAmount": 100, "terminalId": "woocommerce"}}"""));

        var receipt = ePayment.readPayment(JSON.writeValueAsBytes(body), caller(), key("k"))
                .draft()
                .terms()
                .receipt()
                .orElseThrow();

        assertThat(receipt.figures()).containsEntry("giftCardAmount", 100L);
        assertThat(receipt.notes()).containsEntry("terminalId", "woocommerce");
    }

    @Test
    void aRequestThatIsTooLongToBeKeptIsRefused() {
        var body = golden("create-web-redirect.json")
                .replaceFirst("\\{", "{\"unknown\": \"" + "x".repeat(500_000) + "\",")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(catchThrowableOfType(InvalidInput.class, () -> ePayment.readPayment(body, caller(), key("k"))))
                .isNotNull();
    }

    @Test
    void aKeyMustBeThereAndHaveNoMoreThanFiftyCharacters() {
        var body = golden("create-web-redirect.json").getBytes(StandardCharsets.UTF_8);

        assertThat(ePayment.readPayment(body, caller(), key("k".repeat(50)))).isNotNull();
        for (var key : List.of(key("k".repeat(51)), Optional.<RequestKey>empty())) {
            assertThat(catchThrowableOfType(InvalidInput.class, () -> ePayment.readPayment(body, caller(), key)))
                    .isNotNull();
        }
    }

    @Test
    void aNewPaymentIsAnsweredWithTheAddressForItsFlow() {
        assertThat(created(UserFlow.WEB_REDIRECT, Optional.empty()))
                .isEqualTo(Optional.of("https://pay.example/pay/" + token()));
        assertThat(created(UserFlow.NATIVE_REDIRECT, Optional.empty()))
                .isEqualTo(Optional.of("vipps://?token=" + token()));
        assertThat(created(UserFlow.QR, Optional.of(QrFormat.Kind.SVG)))
                .isEqualTo(Optional.of("https://pay.example/pay/" + token() + "/qr"));
        assertThat(created(UserFlow.QR, Optional.of(QrFormat.Kind.TARGET_URL)))
                .isEqualTo(Optional.of("https://pay.example/pay/" + token()));
        assertThat(created(UserFlow.PUSH_MESSAGE, Optional.empty())).isEmpty();
    }

    @Test
    void aNewPaymentIsAnsweredAsItIsDocumented() throws IOException {
        var wish = ePayment.readPayment(
                golden("create-web-redirect.json").getBytes(StandardCharsets.UTF_8), caller(), key("k"));

        var answer = links.fill(wish.answer().apply(request(UserFlow.WEB_REDIRECT, Optional.empty())));

        assertSame(answer, 201, golden("created.json").replace("${token}", token()));
    }

    @Test
    void aNewWebhookIsAnsweredAsItIsDocumented() throws IOException {
        var registration = new Registration(
                new EndpointId(id("capture")),
                "123456",
                "https://shop.example/hear",
                Set.of(EventType.PAYMENT_AUTHORIZED));

        var answer =
                ePayment.showNewWebhook(new NewRegistration(registration, new RegistrationSecret("MTIzNDU2Nzg5MA==")));

        assertSame(answer, 201, golden("webhook.json"));
    }

    @Test
    void aPaymentIsShownAsItIsDocumented() throws IOException {
        assertSame(ePayment.showPayment(report(UserFlow.WEB_REDIRECT)), "payment.json");
    }

    @Test
    void whatHappenedIsListedAsItIsDocumented() throws IOException {
        assertSame(ePayment.showEvents(report(UserFlow.WEB_REDIRECT)), "events.json");
    }

    @Test
    void aCaptureIsAnsweredAsItIsDocumented() throws IOException {
        var wish = ePayment.readCapture(
                "{\"modificationAmount\":{\"currency\":\"NOK\",\"value\":1500}}".getBytes(StandardCharsets.UTF_8),
                caller(),
                REFERENCE,
                key("c"));
        var answer = wish.answer().apply(new Adjusted(report(UserFlow.PUSH_MESSAGE), id("capture")));

        assertSame(answer, "modified.json");
    }

    @Test
    void aPaymentThatWasTakenBackCountsAsCancelledInFull() throws IOException {
        var events = List.of(event(0, EventType.PAYMENT_CREATED, 2000), event(1, EventType.PAYMENT_TERMINATED, 2000));
        var report = new PaymentReport(request(UserFlow.PUSH_MESSAGE, Optional.empty()), payment(), events);

        var shown = JSON.readTree(ePayment.showPayment(report).body());

        assertThat(shown.get("state").asText()).isEqualTo("TERMINATED");
        assertThat(shown.at("/aggregate/cancelledAmount/value").asInt()).isEqualTo(2000);
        assertThat(shown.at("/aggregate/authorizedAmount/value").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "PAYMENT_UNKNOWN,404,5090", "PAYMENT_EXISTS,409,4150", "PUSH_NOT_ALLOWED,400,5080",
        "CURRENCY_NOT_OFFERED,400,5040", "AMOUNT_TOO_SMALL,400,6010", "EXPIRY_TOO_SOON,400,6120",
        "EXPIRY_TOO_LATE,400,6110", "LONG_LIVING_NOT_ALLOWED,400,5050", "RECEIPT_MISSING,400,6130",
        "SCOPE_NOT_ALLOWED,400,5030", "PAYER_TOO_YOUNG,400,7010", "PAYER_UNKNOWN,400,7010",
        "CAPTURE_TOO_EARLY,400,6080", "CAPTURE_AFTER_CANCEL,400,6070", "CAPTURE_TOO_MUCH,400,6090",
        "CAPTURE_TOO_LATE,400,6100", "CAPTURED_ALREADY,400,6170", "CAPTURE_NOT_POSSIBLE,400,6200",
        "CAPTURE_REFUSED,400,6280", "REFUND_TOO_EARLY,400,6020", "REFUND_TOO_MUCH,400,6150",
        "REFUND_TOO_LATE,400,6220", "REFUNDED_ALREADY,400,6180", "REFUND_NOT_POSSIBLE,400,6210",
        "REFUND_REFUSED,400,5100", "CANCEL_AFTER_CAPTURE,400,6040", "CANCEL_OF_NOTHING,400,6050",
        "CANCEL_AUTHORIZED,400,6060", "CANCEL_NOT_POSSIBLE,400,6190", "CANCEL_REFUSED,400,6190",
        "APPROVAL_NOT_ALLOWED,400,10020", "APPROVAL_REFUSED,400,10010", "PAYMENT_IN_PROGRESS,423,6250",
        "OUTCOME_UNKNOWN,500,3010", "KEY_IN_USE,409,4020", "AMOUNT_NOT_AVAILABLE,400,6160"
    })
    void eachRefusalHasItsNumber(ProblemCode problem, int status, String code) throws IOException {
        var answer = ePayment.showFailure(Problem.of(problem, "x"), "trace", "/epayment/v1/payments/x/cancel");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        var json = JSON.readTree(answer.body());
        assertThat(json.get("extraDetails").toString())
                .isEqualTo("[{\"name\":\"ErrorCode\",\"reason\":\"" + code + "\"}]");
        assertThat(json.get("type").asText()).isEqualTo("https://httpstatuses.io/" + status);
        assertThat(json.get("traceId").asText()).isEqualTo("trace");
    }

    @ParameterizedTest
    @CsvSource({"capture,4010", "refund,4150", "cancel,4020"})
    void aKeyThatIsUsedForSomethingElseHasTheNumberOfItsPath(String path, String code) {
        var answer =
                ePayment.showFailure(Problem.of(ProblemCode.KEY_REUSED, "key"), "t", "/epayment/v1/payments/x/" + path);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"" + code + "\"");
    }

    @Test
    void aRefusalIsAProblemAsItIsDocumented() throws IOException {
        var answer = ePayment.showFailure(
                Problem.of(ProblemCode.CAPTURE_TOO_MUCH, "modificationAmount"),
                TRACE,
                "/epayment/v1/payments/" + REFERENCE + "/capture");

        assertSame(answer, 400, golden("problem.json"));
    }

    @Test
    void faultsOfFieldsAreAProblemAsItIsDocumented() throws IOException {
        var body = (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(golden("create-web-redirect.json"));
        body.remove("returnUrl");
        var reason = catchThrowableOfType(
                InvalidInput.class, () -> ePayment.readPayment(JSON.writeValueAsBytes(body), caller(), key("k")));

        assertSame(ePayment.showFailure(reason, TRACE, "/epayment/v1/payments"), 400, golden("invalid.json"));
    }

    private Optional<String> created(UserFlow flow, Optional<QrFormat.Kind> kind) {
        var wish = ePayment.readPayment(
                golden("create-web-redirect.json").getBytes(StandardCharsets.UTF_8), caller(), key("k"));
        var answer = links.fill(wish.answer().apply(request(flow, kind.map(one -> new QrFormat(one, 1024)))));
        try {
            var json = JSON.readTree(answer.body());
            assertThat(answer.status()).isEqualTo(201);
            assertThat(json.get("reference").asText()).isEqualTo(REFERENCE);
            return Optional.ofNullable(json.get("redirectUrl")).map(JsonNode::asText);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token() {
        return links.token(request(UserFlow.QR, Optional.empty()).page());
    }

    private PaymentReport report(UserFlow flow) {
        var events = new ArrayList<Event>();
        events.add(event(0, EventType.PAYMENT_CREATED, 2000));
        events.add(event(1, EventType.PAYMENT_AUTHORIZED, 2000));
        events.add(event(2, EventType.PAYMENT_CAPTURED, 1500));
        events.add(event(3, EventType.PAYMENT_QUESTIONED, 2000));
        events.add(event(4, EventType.PAYMENT_REFUNDED, 300));
        events.add(event(5, EventType.PAYMENT_CANCELLED, 500));
        return new PaymentReport(
                request(flow, Optional.empty()), payment(), events, Optional.of(new ProfileSub(id("sub"))));
    }

    private static Event event(int number, EventType type, long amount) {
        var details = new HashMap<Detail, String>();
        details.put(Detail.AMOUNT, Long.toString(amount));
        details.put(Detail.CURRENCY, "NOK");
        if (number == 2) {
            details.put(Detail.OPERATION, id("capture").toString());
            details.put(Detail.REQUEST_KEY, "c");
        }
        return new Event(
                new EventId(id("event " + number)),
                id("payment"),
                number,
                type,
                new MerchantId(id("merchant")),
                Dialect.EPAYMENT,
                NOW.plusSeconds(number),
                details);
    }

    private static Payment payment() {
        var sale = new Sale("123456", REFERENCE, false);
        var fresh = Payment.forSale(new MerchantId(id("merchant")), Dialect.EPAYMENT, sale, new Money(2000, NOK), NOW);
        return new Payment(
                new PaymentId(id("payment")),
                fresh.merchant(),
                fresh.dialect(),
                fresh.invoice(),
                fresh.payer(),
                fresh.method(),
                fresh.status(),
                fresh.card(),
                fresh.bill(),
                fresh.text(),
                fresh.amount(),
                fresh.moved(),
                0,
                NOW,
                fresh.sale());
    }

    private PaymentRequest request(UserFlow flow, Optional<QrFormat> qr) {
        var terms = read("create-web-redirect.json").terms();
        return new PaymentRequest(
                new PaymentId(id("payment")),
                new MerchantId(id("merchant")),
                "123456",
                REFERENCE,
                flow,
                Optional.empty(),
                false,
                NOW,
                new io.caravan.core.paymentrequest.PaymentTerms(
                        false,
                        terms.description(),
                        terms.scopes(),
                        Map.of("shop", "7"),
                        terms.returnUrl(),
                        qr,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                links.first(new PaymentId(id("payment"))));
    }

    private io.caravan.core.paymentrequest.PaymentDraft read(String name) {
        return ePayment.readPayment(golden(name).getBytes(StandardCharsets.UTF_8), caller(), key("k"))
                .draft();
    }

    private static Optional<RequestKey> key(String key) {
        return Optional.of(RequestKey.of(key, "POST", "/", new byte[0]));
    }

    private static Caller caller() {
        var id = new MerchantId(id("merchant"));
        var merchant = new Merchant(id, "Fjord", "NO", NOK, ZoneId.of("Europe/Oslo"), "NO1", true);
        var settings = new SalesUnitSettings(false, true, false, Duration.ofDays(60), false, false);
        return new Caller("client", Optional.of(merchant), Optional.empty(), Set.of(Scope.INVOICE))
                .of(new SalesUnit("123456", id, "Fjord", settings));
    }

    private static void assertSame(Answer answer, String name) throws IOException {
        assertSame(answer, 200, golden(name));
    }

    private static void assertSame(Answer answer, int status, String json) throws IOException {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(JSON.readTree(json).toString());
    }

    private static String golden(String name) {
        try (var file = EPaymentTests.class.getResourceAsStream("/golden/epayment/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID id(String what) {
        var known =
                List.of("payment", "merchant", "capture", "sub", "event 0", "event 1", "event 2", "event 3", "event 4");
        var at = known.indexOf(what);
        return UUID.fromString("00000000-0000-4000-8000-00000000000" + (at < 0 ? 9 : at));
    }
}
