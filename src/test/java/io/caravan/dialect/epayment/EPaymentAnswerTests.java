package io.caravan.dialect.epayment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.NewRegistration;
import io.caravan.core.callback.Registration;
import io.caravan.core.callback.RegistrationSecret;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Sale;
import io.caravan.core.paymentrequest.Adjusted;
import io.caravan.core.paymentrequest.PaymentReport;
import io.caravan.core.paymentrequest.PaymentRequest;
import io.caravan.core.paymentrequest.QrFormat;
import io.caravan.core.paymentrequest.UserFlow;
import io.caravan.core.profile.ProfileSub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What sales units read when it went well. */
class EPaymentAnswerTests extends EPaymentWords {

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
}
