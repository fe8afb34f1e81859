package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.PartnerScene;
import io.caravan.support.Sandbox;
import io.caravan.support.WalletClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/**
 * An invoice that a partner sent by the Mobile Invoice API stays one: the MobilePay Invoice API does not know it, and a
 * wallet does with it what the partner offers.
 */
class PartnersInvoiceTests {

    private static final String PHONE = "+4571200091";
    private static final String SOMEBODY_ELSE = "+4571200092";

    private final Sandbox sandbox = Sandbox.running();
    private final MerchantClient merchant = new MerchantClient(sandbox::uri);
    private final PartnerScene scene = new PartnerScene(sandbox::uri);
    private final String invoice = scene.create("\"sendSms\": false");

    @Test
    void theMobilePayApiNeitherShowsNorCancelsItNorAsksForConsentWithIt() {
        assertUnknown(merchant.get("/invoices/" + invoice));
        assertUnknown(merchant.get("/invoices/" + invoice + "/status"));
        assertUnknown(merchant.cancel(invoice));
        assertUnknown(consent(invoice));

        assertThat(scene.show(invoice).get("amount").decimalValue()).isEqualByComparingTo("50");
        assertThat(WalletClient.payAt(sandbox::uri, PHONE, invoice).status()).isEqualTo(200);
        scene.awaitStatus("CaptureOk");
    }

    @Test
    void aWalletPaysItTodayOrNotAtAll() {
        var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();

        var later = WalletClient.scheduleAt(sandbox::uri, PHONE, invoice, tomorrow);
        var rejected = WalletClient.rejectAt(sandbox::uri, PHONE, invoice);

        assertThat(later.status()).as(later.body()).isEqualTo(400);
        assertThat(later.body()).contains("PaymentDate");
        assertThat(rejected.json().get("error_code").asText()).isEqualTo("10507");
        assertThat(WalletClient.payAt(sandbox::uri, PHONE, invoice).status()).isEqualTo(200);
    }

    @Test
    void aWalletDoesNotPayWhatIsOfferedForACardOnly() {
        var other = new PartnerScene(sandbox::uri);
        var forCards = PartnerScene.idIn(other.partner.post(
                "/api/pre-transactions?api-version=2.0", other.body("").replace(", \"wallet\"", "")));

        assertUnknown(WalletClient.payAt(sandbox::uri, PHONE, forCards));
        var page = other.open(forCards);
        var prompt = Http.send(
                "POST",
                page,
                PartnerScene.cardForm(page) + "&country=DK&phone=71200091",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(prompt.status()).isEqualTo(409);
        other.payByCard(page);
        other.awaitStatus("CaptureOk");
    }

    @Test
    void aLinkThatOnePayerHasAcceptedIsNotRejectedByAnother() {
        var link = merchant.post("/invoices/link", MerchantClient.link(scene.reference, "https://shop.example/"))
                .json()
                .get("InvoiceId")
                .asText();
        var later = LocalDate.now(ZoneOffset.UTC).plusDays(5).toString();
        assertThat(WalletClient.scheduleAt(sandbox::uri, PHONE, link, later).status())
                .isEqualTo(200);

        var byAnother = WalletClient.rejectAt(sandbox::uri, SOMEBODY_ELSE, link);

        assertThat(byAnother.status()).isEqualTo(409);
        assertThat(byAnother.json().get("error_code").asText()).isEqualTo("10507");
        assertThat(merchant.status(link)).isEqualTo("accepted");
        assertThat(WalletClient.rejectAt(sandbox::uri, PHONE, link).status()).isEqualTo(200);
    }

    private Http.Reply consent(String id) {
        return Http.send(
                "POST",
                sandbox.uri("/api/v1/directinvoiceconsents"),
                "{\"invoiceId\":\"" + id + "\"}",
                "Authorization",
                "Bearer " + MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret"),
                "Content-Type",
                "application/json");
    }

    private static void assertUnknown(Http.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(404);
    }
}
