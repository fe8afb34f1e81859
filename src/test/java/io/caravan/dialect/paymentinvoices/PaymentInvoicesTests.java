package io.caravan.dialect.paymentinvoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.access.AccountKeys;
import io.caravan.core.callback.Destination;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.notice.Channel;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentinvoice.PaymentInvoicePage;
import io.caravan.core.paymentinvoice.PaymentInvoiceQuery;
import io.caravan.core.paymentinvoice.PaymentInvoiceReport;
import io.caravan.core.paymentinvoice.PaymentInvoiceStatus;
import io.caravan.core.paymentinvoice.Refund;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Answers and callbacks, whole. */
class PaymentInvoicesTests {

    private static final String BODY = "{\"data\":{\"type\":\"payment-invoices\",\"id\":\"cpi_UoIW6RdSYyIRj8vR\"}}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PaymentInvoices dialect = new PaymentInvoices("https://pay.example");

    @Test
    void whatWasCreatedIsShownAsTheDocumentationHasIt() {
        assertThat(dialect.showCreated(Reports.created(), false)).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(text(answer)).isEqualTo(golden("created.json", ""));
        });
        assertThat(dialect.showCreated(Reports.created(), true).status()).isEqualTo(200);
        assertThat(text(dialect.showInvoice(Reports.unchosen()))).isEqualTo(golden("unchosen.json", ""));
    }

    @Test
    void moneyThatCameAndWentBackIsTold() {
        var customer = Ids.customer(Reports.MERCHANT, "c1");

        assertThat(text(dialect.showInvoice(Reports.refunded(refund())))).isEqualTo(golden("refunded.json", customer));
        assertThat(text(dialect.showRefund(refund()))).isEqualTo(golden("refund.json", ""));
        assertThat(dialect.showRequested(refund(), false).status()).isEqualTo(201);
    }

    @Test
    void theBanksReasonIsTheResolution() {
        assertThat(text(dialect.showInvoice(Reports.failed()))).isEqualTo(golden("failed.json", ""));
    }

    @Test
    void aListHasWaysToItsOtherPages() {
        var query = new PaymentInvoiceQuery(
                Reports.MERCHANT, Optional.of("a b"), Optional.of(PaymentInvoiceStatus.PROCESS_PENDING), 2, 1, true);

        var answer = dialect.showList(new PaymentInvoicePage(query, List.of(Reports.created()), 3));

        assertThat(text(answer)).isEqualTo(golden("list.json", ""));
    }

    @Test
    void ofAListThatIsLongerThanIsCountedTheLastPageIsNotKnown() throws Exception {
        var page = new PaymentInvoicePage(
                new PaymentInvoiceQuery(Reports.MERCHANT, Optional.empty(), Optional.empty(), 2000, 1, true),
                List.of(Reports.created()),
                1001);
        var after = new PaymentInvoicePage(page.query(), List.of(), 1001);

        var list = JSON.readTree(dialect.showList(page).body());

        assertThat(list.path("meta")).isEqualTo(JSON.readTree("{\"total\": 1000, \"more\": true}"));
        assertThat(list.path("links").path("last").isNull()).isTrue();
        assertThat(list.path("links").path("next").asText()).contains("page%5Bnumber%5D=2001");
        assertThat(JSON.readTree(dialect.showList(after).body())
                        .path("links")
                        .path("next")
                        .isNull())
                .isTrue();
    }

    @Test
    void callbacksAreSignedOverTheirBytesWithThePrivateKey() {
        assertThat(CallbackSignature.of("sk_test_x", BODY.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a2JofzqM5VgzecVpOn/ytkIQVSI=");
    }

    @Test
    void aCallbackIsTheResourceSignedWithTheKeyOfItsMode() {
        var form = dialect.callbacks(this::reportOf, new Keys());
        var event = event(EventType.PAYMENT_CAPTURED);

        var body = form.body(List.of(event));
        var request = form.request(
                Reports.MERCHANT, new Destination("https://shop.example", Optional.empty(), List.of()), body);

        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(golden("created.json", ""));
        assertThat(request.body()).isEqualTo(body);
        assertThat(request.headers()).containsEntry("X-Signature", CallbackSignature.of("sk_test", body));
        assertThat(form.tells(EventType.PAYMENT_EXPIRED)).isTrue();
        assertThat(form.tells(EventType.PAYMENT_QUESTIONED)).isFalse();
        assertThat(new String(form.body(List.of(event(EventType.CALLBACK_TEST))), StandardCharsets.UTF_8))
                .contains("callback-tests");
    }

    @Test
    void onlyTwoHundredAcknowledges() {
        assertThat(Dialect.PAYMENTINVOICES.isTaken(200)).isTrue();
        assertThat(Dialect.PAYMENTINVOICES.isTaken(204)).isFalse();
        assertThat(Dialect.MOBILEPAY.isTaken(204)).isTrue();
    }

    private record Keys() implements AccountKeys {

        @Override
        public Optional<String> find(MerchantId merchant, String paymentInvoice, boolean testMode) {
            return Optional.of(testMode ? "sk_test" : "sk_live");
        }

        @Override
        public void put(String account, String testKey, String liveKey) {}
    }

    private PaymentInvoiceReport reportOf(PaymentId payment) {
        return Reports.created();
    }

    private static Event event(EventType type) {
        return new Event(
                EventId.next(),
                new UUID(0, 1),
                1,
                type,
                Reports.MERCHANT,
                Dialect.PAYMENTINVOICES,
                Instant.EPOCH,
                Map.of());
    }

    private static Refund refund() {
        var operation = new Operation(
                new OperationId(new UUID(0, 2)),
                new PaymentId(new UUID(0, 1)),
                Channel.BANK,
                OperationKind.REFUND,
                new Money(10_000, Reports.UAH),
                OperationState.DONE,
                1,
                Optional.of("brf_1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Refund(Reports.ID, "rf1", Optional.empty(), "", operation, Instant.ofEpochSecond(1_764_077_490));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Without the blanks between tokens, as it goes over the wire. */
    private static String golden(String name, String customer) {
        try (var file = PaymentInvoicesTests.class.getResourceAsStream("/golden/paymentinvoices/" + name)) {
            var text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            return text.strip()
                    .replaceAll("\\n *", "")
                    .replace("\": ", "\":")
                    .replace("\"CUSTOMER\"", "\"" + customer + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
