package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.HostedFixture;
import io.caravan.support.Http;
import io.caravan.support.Sandbox;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways from a merchant over a payer to the money: all by the API, all by a link, and a page for what the API made. */
class HostedFlowTests {

    private static final Map<String, String> NUMBER = Map.of("confirm_number", "17");
    private static final String RETURNS = "\"return_urls\":{\"success\":\"https://shop.example/thanks\","
            + "\"pending\":\"https://shop.example/wait\",\"fail\":\"https://shop.example/sorry\"},";

    private final Sandbox sandbox = Sandbox.running();
    private final HostedFixture hosted = new HostedFixture(sandbox);

    @ParameterizedTest
    @CsvSource({"EUR, test_eur_invoice, false", "USD, test_usd_invoice, true"})
    void fromServerToServerTheMerchantShowsWhereToPay(String currency, String service, boolean confirms) {
        var id = hosted.created("10", currency, service, "").get("id").asText();

        if (confirms) {
            var body = "{\"payload\":{\"confirm_number\":\"17\"}}";
            var path = sandbox.uri("/payment-invoices/" + id + "/confirm");
            assertThat(Http.send("POST", path, body, "Content-Type", "application/json")
                            .status())
                    .isEqualTo(200);
        }
        hosted.press(id, "paid");

        hosted.awaitStatus(id, "processed");
        hosted.awaitTold(id, "process_pending", "processed");
    }

    @ParameterizedTest
    @CsvSource({"'', sepa_qr_eur_invoice, false", "'', bank_transfer_eur_invoice, true", "test_eur_invoice, '', false"})
    void byALinkThePayerComesToThePageAndBackToTheShop(String named, String chosen, boolean confirms) {
        var id = hosted.opened(HostedFixture.link("10.50", "EUR", "link-" + UUID.randomUUID(), named));
        if (!chosen.isEmpty()) {
            assertThat(hosted.status(id)).isEqualTo("created");
            assertThat(hosted.show(id).body()).contains("How do you want to pay?", "value=\"" + chosen + "\"");
            assertThat(hosted.choose(id, chosen).status()).isEqualTo(303);
        }
        assertThat(hosted.status(id)).isEqualTo("process_pending");

        paysOnThePage(id, !chosen.isEmpty(), confirms);

        assertThat(hosted.show(id).body()).contains("<h1 id=\"state\">Paid</h1>", "5;url=" + sandbox.uri("/mock"));
    }

    @ParameterizedTest
    @CsvSource({"sepa_qr_eur_invoice, false", "bank_transfer_eur_invoice, true", "'', true"})
    void whatTheApiMadeIsPaidOnItsPage(String service, boolean confirms) {
        var created = hosted.created("10.50", "EUR", service, RETURNS);
        var id = created.get("id").asText();
        assertThat(HostedFixture.page(created)).isEqualTo("/hpp/?cpi=" + id);
        if (service.isEmpty()) {
            hosted.choose(id, "bank_transfer_eur_invoice");
        }
        assertThat(Http.get(sandbox.uri("/redirect" + HostedFixture.page(created)))
                        .body())
                .contains(
                        "https://shop.example/wait",
                        "10.50",
                        hosted.attributes(id).at("/flow_data/requisites/bic").asText());

        paysOnThePage(id, service.isEmpty(), confirms);

        assertThat(hosted.show(id).body()).contains("5;url=https://shop.example/thanks");
    }

    @ParameterizedTest
    @CsvSource({"less, Only a part has come, wait", "never, The payment did not go through, sorry"})
    void whatEndsOtherwiseIsToldAndLeadsElsewhere(String button, String words, String place) {
        var id = hosted.created("10", "EUR", "test_eur_invoice", RETURNS)
                .get("id")
                .asText();

        hosted.press(id, button);

        await().untilAsserted(() -> assertThat(hosted.show(id).body())
                .contains("<h1 id=\"state\">" + words, "5;url=https://shop.example/" + place));
    }

    @Test
    void whatWasGivenBackIsTold() {
        var id = hosted.created("10", "EUR", "sepa_qr_eur_invoice", RETURNS)
                .get("id")
                .asText();
        hosted.transfer(id);
        hosted.awaitStatus(id, "processed");

        hosted.refund(id, "4");

        await().untilAsserted(() -> assertThat(hosted.show(id).body())
                .contains("A part has been given back", "€4.00")
                .doesNotContain("http-equiv=\"refresh\""));
    }

    private void paysOnThePage(String id, boolean chosen, boolean confirms) {
        if (confirms) {
            assertThat(hosted.show(id).body()).contains("Have you paid?");
            assertThat(hosted.confirm(id, NUMBER).status()).isEqualTo(303);
            assertThat(hosted.show(id).body()).contains("We are waiting for the money");
            assertThat(hosted.attributes(id).at("/payload/confirm_number").asText())
                    .isEqualTo("17");
        } else {
            assertThat(hosted.show(id).body()).doesNotContain("Have you paid?");
        }
        hosted.transfer(id);
        hosted.awaitStatus(id, "processed");
        if (chosen) {
            hosted.awaitTold(id, "created", "process_pending", "processed");
        } else {
            hosted.awaitTold(id, "process_pending", "processed");
        }
    }
}
