package io.caravan.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.order.OrderReceipt;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.dialect.epayment.EPayment;
import io.caravan.dialect.ordermanagement.OrderManagement;
import io.caravan.support.Fixtures;
import io.caravan.support.TestPages;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt that comes with a payment, and the same that is sent apart from it. */
class ReceiptReaderTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINE =
            "\"id\":\"1\",\"totalAmount\":100,\"totalAmountExcludingTax\":80,\"totalTaxAmount\":20,";

    private final OrderManagement orderManagement = new OrderManagement();
    private final EPayment ePayment = new EPayment(TestPages.LINKS, "vipps://?token=");

    private record Read(Optional<OrderReceipt> receipt, List<String> faults) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"taxRate\":2500",
                "\"taxPercentage\":25",
                "\"taxRate\":2500,\"productUrl\":\"shop.app://socks\"",
                "\"taxRate\":2500,\"productUrl\":\"\"",
                "\"taxRate\":2500,\"unitInfo\":{\"unitPrice\":50,\"quantity\":2}",
                "\"taxRate\":2500,\"unitInfo\":{\"unitPrice\":50,\"quantity\":\"2.50\",\"quantityUnit\":\"KG\"}"
            })
    void aGoodReceiptIsTheSameForBoth(String line) throws IOException {
        var receipt = receipt("\"name\":\"Socks\"," + LINE + line);

        var apart = apart(receipt);

        assertThat(apart.faults()).isEmpty();
        assertThat(withPayment(receipt)).isEqualTo(apart);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\":\"x\" | orderLines[0].taxRate",
                "\"name\":\"x\",\"taxRate\":1,\"taxPercentage\":1 | orderLines[0].taxRate",
                "\"taxRate\":1 | orderLines[0].name",
                "\"name\":\"x\",\"taxRate\":1,\"productUrl\":\"javascript:alert(1)\" | orderLines[0].productUrl",
                "\"name\":\"x\",\"taxRate\":1,\"productUrl\":\"socks\" | orderLines[0].productUrl",
                "\"name\":\"x\",\"taxRate\":1,\"unitInfo\":{\"unitPrice\":5,\"quantity\":2.5} | orderLines[0].unitInfo.quantity",
                "\"name\":\"x\",\"taxRate\":1,\"discount\":-1 | orderLines[0].discount"
            })
    void aBadReceiptIsRefusedByBothAtTheSamePlace(String line, String place) throws IOException {
        var receipt = receipt(LINE + line);

        assertThat(apart(receipt).faults()).containsExactly(place);
        assertThat(withPayment(receipt).faults()).containsExactly("receipt." + place);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1000, true", "1001, false"})
    void aReceiptHasAThousandLinesForBoth(int lines, boolean taken) throws IOException {
        var receipt = receipt("\"name\":\"x\"," + LINE + "\"taxRate\":2500");
        var list = (ArrayNode) receipt.get("orderLines");
        while (list.size() < lines) {
            list.add(list.get(0));
        }

        assertThat(apart(receipt).receipt().isPresent()).isEqualTo(taken);
        assertThat(withPayment(receipt).receipt().isPresent()).isEqualTo(taken);
    }

    private static JsonNode receipt(String line) throws IOException {
        return JSON.readTree("{\"orderLines\":[{" + line + "}],\"bottomLine\":{\"currency\":\"NOK\"}}");
    }

    private Read apart(JsonNode receipt) throws IOException {
        var body = JSON.writeValueAsBytes(receipt);
        return read(() -> orderManagement.receipt(body));
    }

    private Read withPayment(JsonNode receipt) throws IOException {
        try (var file = ReceiptReaderTests.class.getResourceAsStream("/golden/epayment/create-web-redirect.json")) {
            var payment = (ObjectNode) JSON.readTree(file);
            payment.set("receipt", receipt);
            var body = JSON.writeValueAsBytes(payment);
            return read(() -> ePayment.readPayment(
                            body, caller(), Optional.of(RequestKey.of("k", "POST", "/", new byte[0])))
                    .draft()
                    .terms()
                    .receipt()
                    .orElseThrow());
        }
    }

    private static Read read(Supplier<OrderReceipt> reader) {
        try {
            return new Read(Optional.of(reader.get()), List.of());
        } catch (InvalidInput refused) {
            var places = refused.violations().stream()
                    .map(InvalidInput.Violation::field)
                    .toList();
            return new Read(Optional.empty(), places);
        }
    }

    private static Caller caller() {
        var merchant = Fixtures.aMerchant();
        var settings = new SalesUnitSettings(true, true, false, Duration.ofDays(60), false, true);
        return new Caller("shop", Optional.of(merchant), Optional.empty(), Set.of(Scope.INVOICE))
                .of(new SalesUnit("123456", merchant.id(), "Shop", settings));
    }
}
