package io.caravan.dialect.epayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.dialect.RequestKey;
import io.caravan.core.money.Money;
import io.caravan.core.paymentrequest.QrFormat;
import io.caravan.core.paymentrequest.UserFlow;
import io.caravan.core.problem.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sales units write. */
class EPaymentRequestTests extends EPaymentWords {

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
}
