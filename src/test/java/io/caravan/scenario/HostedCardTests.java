package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.HostedFixture;
import io.caravan.support.Http;
import io.caravan.support.PartnerScene;
import io.caravan.support.Race;
import io.caravan.support.Sandbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A payment invoice that is paid on the page of the card acquirer. */
class HostedCardTests {

    private static final String JSON = "application/json";

    private final Sandbox sandbox = Sandbox.running();
    private final HostedFixture hosted = new HostedFixture(sandbox);

    @AfterEach
    void mend() {
        Http.send("DELETE", sandbox.uri("/mock/psp/faults"), "");
    }

    @Test
    void aCardPaysAllOfItAndTheMerchantGivesSomeBack() {
        var created = hosted.created("20", "EUR", "card_eur_hpp", "");
        var id = created.get("id").asText();
        assertThat(created.at("/attributes/status").asText()).isEqualTo("process_pending");
        assertThat(created.at("/attributes/flow_data/action")).isEqualTo(created.at("/attributes/hpp_url"));
        assertThat(created.at("/attributes/flow").asText()).isEqualTo("hpp");

        var back = pay(begin(id), "4111 1111 1111 1111");

        assertThat(back.getPath()).isEqualTo("/hpp/" + id + "/return");
        assertThat(Http.get(back).headers().firstValue("Location").orElseThrow())
                .endsWith("/hpp/?cpi=" + id);
        hosted.awaitStatus(id, "processed");
        assertThat(hosted.attributes(id).get("processed_amount").asDouble()).isEqualTo(20);
        hosted.refund(id, "5");
        hosted.awaitStatus(id, "partially_refunded");
        hosted.awaitTold(id, "process_pending", "processed", "partially_refunded");
    }

    @Test
    void whoeverGoesToTheAcquirerTwiceComesToTheSamePage() throws Exception {
        var id = hosted.created("20", "EUR", "", "").get("id").asText();
        hosted.choose(id, "card_eur_hpp");

        var first = begin(id);
        Callable<URI> open = () -> begin(id);

        assertThat(Race.of(List.of(open, open, open))).containsOnly(first);
        assertThat(hosted.choose(id, "sepa_qr_eur_invoice").status()).isEqualTo(303);
        assertThat(hosted.attributes(id).get("flow").asText()).isEqualTo("hpp");
    }

    @Test
    void nobodyConfirmsACardNorPaysATransferWithOne() {
        var id = hosted.created("20", "EUR", "card_eur_hpp", "").get("id").asText();

        assertThat(hosted.form("/hpp/" + id + "/confirm", Map.of("field-x", "1"))
                        .status())
                .isEqualTo(409);
        assertThat(hosted.status(id)).isEqualTo("process_pending");
        var other =
                hosted.created("20", "EUR", "sepa_qr_eur_invoice", "").get("id").asText();
        assertThat(hosted.form("/hpp/" + other + "/card", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void whileTheAcquirerIsDownThePayerIsAskedToWait() {
        var id = hosted.created("20", "EUR", "card_eur_hpp", "").get("id").asText();
        var broken = "{\"errorRate\":1,\"status\":503}";
        Http.send("POST", sandbox.uri("/mock/psp/faults"), broken, "Content-Type", JSON);

        assertThat(hosted.form("/hpp/" + id + "/card", Map.of()).status()).isEqualTo(503);
        Http.send("DELETE", sandbox.uri("/mock/psp/faults"), "");

        assertThat(hosted.show(id).body())
                .contains("One moment", "Try again in a moment")
                .doesNotContain("Thank you");
        assertThat(hosted.choose(id, "card_eur_hpp").status()).isEqualTo(303);
        assertThat(hosted.status(id)).isEqualTo("process_pending");
    }

    private URI begin(String id) {
        var led = hosted.form("/hpp/" + id + "/card", Map.of());
        assertThat(led.status()).as(led.body()).isEqualTo(200);
        return PartnerScene.acquirersPage(led);
    }

    private URI pay(URI acquirersPage, String card) {
        var session = acquirersPage.getPath().replaceAll(".*/", "");
        var body = "{\"card\":\"%s\"}".formatted(card);
        var paid = Http.send("POST", sandbox.uri("/mock/psp/payments/" + session + "/pay"), body, "Content-Type", JSON);
        assertThat(paid.status()).as(paid.body()).isEqualTo(200);
        return URI.create(paid.json().get("returnUrl").asText());
    }
}
