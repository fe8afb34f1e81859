package io.caravan.dialect.paymentinvoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.paymentinvoice.PaymentInvoiceDraft;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.support.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceReaderTests {

    private static final String PRINTED =
            """
            {"data":{"type":"payment-invoices","attributes":{"reference_id":"","amount":2126.68,"test_mode":true,
            "currency":"UAH","service":"test_uah_invoice","flow":"charge","options":{}}}}""";

    private final Caller caller =
            new Caller("coma_1", Optional.of(Fixtures.aMerchant()), Optional.empty(), Set.of(Scope.INVOICE));

    @Test
    void theDocumentedExampleIsReadAndAnEmptyReferenceIsNone() {
        var draft = read(PRINTED);

        assertThat(draft.amount()).isEqualByComparingTo("2126.68");
        assertThat(draft.reference()).isEmpty();
        assertThat(draft.service()).contains("test_uah_invoice");
        assertThat(draft.account()).isEqualTo("coma_1");
    }

    @Test
    void theOrderOfKeysAndTheFormOfNumbersMakeNoOtherRequest() {
        var other = read(
                """
                {"data":{"attributes":{"flow":"charge","options":{},"service":"test_uah_invoice","currency":"UAH",
                "amount":2.12668e3,"test_mode":true,"reference_id":""},"type":"payment-invoices"}}""");

        assertThat(other.hash()).isEqualTo(read(PRINTED).hash());
        assertThat(read(PRINTED.replace("2126.68", "2126.69")).hash()).isNotEqualTo(other.hash());
    }

    @Test
    void someWriteAddressesBesideTheAttributesAndListsForEmptyObjects() {
        var draft = read(
                """
                {"data":{"type":"payment-invoices","callback_url":"https://shop.example/hear","metadata":{"basket":7},
                "return_urls":{"success":"http://shop.example/1"},
                "attributes":{"amount":1,"currency":"EUR","service_fields":[],"unheard_of":{"a":[1]}}}}""");

        assertThat(draft.terms().callbackUrl()).contains("https://shop.example/hear");
        assertThat(draft.terms().metadata()).contains("{\"basket\":7}");
        assertThat(draft.terms().returnUrls()).isEqualTo(Map.of("success", "http://shop.example/1"));
        assertThat(draft.terms().fields()).isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var faults = faults(
                """
                {"data":{"type":"payment-invoices","attributes":{"amount":"1","test_mode":"yes","flow":"payout",
                "expires":-1,"return_urls":{"fail":"javascript:alert(1)"},"customer":{"name":"Kari"},"metadata":7}}}""");

        assertThat(faults)
                .containsExactlyInAnyOrder(
                        "/data/attributes/amount",
                        "/data/attributes/currency",
                        "/data/attributes/test_mode",
                        "/data/attributes/flow",
                        "/data/attributes/expires",
                        "/data/attributes/return_urls/fail",
                        "/data/attributes/customer/reference_id",
                        "/data/attributes/metadata");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|''",
                "{|''",
                "{\"a\":1,\"a\":1}|''",
                "{}|/data",
                "{\"data\":[]}|/data",
                "{\"data\":{\"type\":\"invoices\",\"attributes\":{\"amount\":1,\"currency\":\"EUR\"}}}|/data/type",
                "{\"data\":{\"type\":\"payment-invoices\",\"id\":\"x\",\"attributes\":{\"amount\":1,\"currency\":\"EUR\"}}}|/data/id",
                "{\"data\":{\"type\":\"payment-invoices\"}}|/data/attributes"
            })
    void whatIsNoRequestIsRefused(String body, String place) {
        assertThat(faults(body)).containsOnly(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json||application/json",
                "application/vnd.api+json||application/vnd.api+json",
                "|application/vnd.api+json|application/vnd.api+json",
                "|*/*|application/json",
                "application/vnd.api+json|application/json|application/json",
                "|text/html, application/*;q=0.1|application/json"
            })
    void theAnswerHasTheMediaTypeOfTheRequestIfThatIsAccepted(String sent, String accept, String answered) {
        assertThat(MediaTypes.answer(sent, accept)).isEqualTo(answered);
    }

    @ParameterizedTest
    @CsvSource({"text/html", "'application/vnd.api+json;ext=x'", "image/*"})
    void whoAcceptsNeitherIsRefused(String accept) {
        assertThat(catchThrowableOfType(InvalidInput.class, () -> MediaTypes.answer(null, accept))
                        .violations()
                        .get(0)
                        .field())
                .isEqualTo("Accept");
    }

    @Test
    void aMediaTypeWithParametersIsNotReadWhereTheyAreForbidden() {
        assertThat(MediaTypes.reads("application/json; charset=utf-8")).isTrue();
        assertThat(MediaTypes.reads("application/vnd.api+json")).isTrue();
        assertThat(MediaTypes.reads("application/vnd.api+json; charset=utf-8")).isFalse();
        assertThat(MediaTypes.reads("text/plain")).isFalse();
    }

    private PaymentInvoiceDraft read(String body) {
        return InvoiceReader.read(body.getBytes(StandardCharsets.UTF_8), caller);
    }

    private List<String> faults(String body) {
        return catchThrowableOfType(InvalidInput.class, () -> read(body)).violations().stream()
                .map(Violation::field)
                .toList();
    }
}
