package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A merchant that shows its payers where to transfer money to, with the service and the mock bank as they run. */
class PaymentInvoiceFlowTests extends WithMockBank {

    @Test
    void aPayerConfirmsAndTheBanksReportDecides() throws Exception {
        var created = create("2126.68", "UAH", "test_uah_invoice", "").json().get("data");
        var id = created.get("id").asText();
        assertThat(created.at("/attributes/status").asText()).isEqualTo("process_pending");

        var confirmed = confirm(id, "{\"payload\":{\"invoice_receipt_number\":\"17\",\"message\":\"paid\"}}");
        var reference = reference(created);
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.json().at("/data/attributes/status").asText()).isEqualTo("process_pending");
        await().until(() -> Http.get(sandbox.uri("/mock/bank")).body().contains("paid&quot;}"));
        press(reference, "paid");

        awaitStatus(id, "processed");
        assertThat(confirm(id, "{\"payload\":{\"invoice_receipt_number\":\"17\",\"message\":\"paid\"}}")
                        .status())
                .isEqualTo(409);
        await().until(() -> told(id).contains("processed"));
        hosted.awaitTold(id, "process_pending", "processed");
    }

    @ParameterizedTest
    @CsvSource({"paid, processed", "less, partially_processed", "more, processed", "never, process_failed"})
    void whatThePayerDoesIsTold(String button, String status) {
        var created = create("10", "EUR", "test_eur_invoice", "").json().get("data");
        var id = created.get("id").asText();
        assertThat(confirm(id, "{\"payload\":{}}").status()).isEqualTo(409);

        press(reference(created), button);

        awaitStatus(id, status);
    }

    @Test
    void aListIsFilteredAndReadPageByPage() {
        var reference = "list-" + UUID.randomUUID();
        var one = create("10", "EUR", "test_eur_invoice", "\"reference_id\":\"" + reference + "\",")
                .json()
                .get("data");
        create("11", "EUR", "test_eur_invoice", "");

        var named = list(
                "filter[reference_id]=" + one.at("/attributes/reference_id").asText());
        var first = list("filter[status]=process_pending&page[size]=1");
        var second = list("filter[status]=process_pending&page[size]=1&page[number]=2");

        assertThat(named.json().get("data")).hasSize(1);
        assertThat(named.json().at("/data/0/id")).isEqualTo(one.get("id"));
        assertThat(first.json().at("/data/0/attributes/status").asText()).isEqualTo("process_pending");
        assertThat(first.json().get("data")).hasSize(1);
        assertThat(second.json().at("/data/0/id")).isNotEqualTo(first.json().at("/data/0/id"));
        assertThat(list("filter[status]=lost&page[size]=101").json().get("errors"))
                .hasSize(2);
    }

    private Http.Reply list(String query) {
        var path = "/api/payment-invoices?" + query.replace("[", "%5B").replace("]", "%5D");
        return Http.get(sandbox.uri(path), "Authorization", BASIC);
    }

    @Test
    void moneyIsGivenBackInPartsAndNeverMoreThanCame() {
        var created = create("10", "EUR", "sepa_qr_eur_invoice", "").json().get("data");
        var id = created.get("id").asText();
        transfer(reference(created), "10", "EUR");
        awaitStatus(id, "processed");

        var refund = refund(id, "4.5", "rf-" + id);

        assertThat(refund.status()).isEqualTo(201);
        assertThat(refund.json().at("/data/attributes/status").asText()).isEqualTo("processed");
        assertThat(refund(id, "4.5", "rf-" + id).json()).isEqualTo(refund.json());
        assertThat(refund(id, "5.51", "more-" + id).status()).isEqualTo(422);
        for (var none : List.of("0", "-1")) {
            var refused = refund(id, none, "none-" + id);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("must be greater than 0");
        }
        var self = refund.json().at("/data/links/self").asText();
        assertThat(Http.get(sandbox.uri(self), "Authorization", BASIC).json()).isEqualTo(refund.json());
        awaitStatus(id, "partially_refunded");
    }

    @Test
    void whileTheBankIsDownWhatItMakesIsNotTakenAndLaterTheSameRequestIs() {
        Http.send("POST", sandbox.uri("/mock/bank/faults"), "{\"errorRate\":1,\"status\":503}", "Content-Type", JSON);
        var more = "\"reference_id\":\"down-" + UUID.randomUUID() + "\",";

        var refused = create("10", "EUR", "test_eur_invoice", more);
        Http.send("DELETE", sandbox.uri("/mock/bank/faults"), "");
        var again = create("10", "EUR", "test_eur_invoice", more);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/data/attributes/status").asText()).isEqualTo("process_pending");
    }

    private Http.Reply refund(String id, String amount, String reference) {
        return post(
                "/api/payment-invoices/" + id + "/refund",
                "{\"data\":{\"type\":\"refund\",\"attributes\":{\"invoiceId\":\"%s\",\"amount\":%s,\"reference_id\":\"%s\"}}}"
                        .formatted(id, amount, reference));
    }

    private void press(String reference, String button) {
        var reply = Http.send("POST", sandbox.uri("/mock/bank/payments/" + reference + "/" + button), "");
        assertThat(reply.status()).isBetween(200, 299);
    }

    /** The statuses told of it, in the order in which they came, each with a signature that is right. */
    private List<String> told(String id) throws Exception {
        var statuses = new ArrayList<String>();
        for (var one : Http.get(sandbox.uri("/mock/merchant/received")).json()) {
            var body = one.get("body").asText();
            if (body.contains(id)) {
                assertThat(one.get("headers").toString().toLowerCase(java.util.Locale.ROOT))
                        .contains(signature(body).toLowerCase(java.util.Locale.ROOT));
                statuses.add(0, body.replaceAll("(?s).*?\"status\":\"(\\w+)\".*", "$1"));
            }
        }
        return statuses;
    }
}
