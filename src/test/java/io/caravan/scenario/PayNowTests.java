package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.CallbackReceiver;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import io.caravan.support.WalletClient;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job as merchant and payer live it: an invoice comes, is paid or refused, and the merchant is told. */
class PayNowTests {

    private final Sandbox sandbox = Sandbox.running();
    private final MerchantClient merchant = new MerchantClient(sandbox::uri);
    private CallbackReceiver receiver;

    @BeforeEach
    void listen() {
        receiver = new CallbackReceiver();
        merchant.callbacksTo(receiver.uri());
    }

    @AfterEach
    void stopListening() {
        receiver.close();
    }

    @Test
    void anInvoiceReachesThePayerIsPaidAndTheMerchantIsTold() {
        var phone = "+4571200001";
        var invoice = merchant.invoice(phone, number());
        awaitOnPhone(phone, invoice);
        awaitTold(invoice, "Created");

        var paid = press(phone, invoice, "pay");

        assertThat(paid.status()).as(paid.body()).isEqualTo(200);
        assertThat(merchant.status(invoice)).isEqualTo("paid");
        awaitTold(invoice, "Created", "Paid");
        assertThat(onPhone(phone)).doesNotContain(invoice);
    }

    @Test
    void aRejectedInvoiceIsReportedAndCanNeitherBePaidNorCanceled() {
        var phone = "+4571200002";
        var invoice = merchant.invoice(phone, number());
        awaitOnPhone(phone, invoice);

        assertThat(press(phone, invoice, "reject").status()).isEqualTo(200);

        awaitTold(invoice, "Created", "Rejected");
        var pay = WalletClient.payAt(sandbox::uri, phone, invoice);
        assertThat(pay.status()).isEqualTo(409);
        assertThat(pay.json().get("error_code").asText()).isEqualTo("10505");
        assertThat(merchant.cancel(invoice).json().get("error_code").asText()).isEqualTo("10505");
    }

    @Test
    void aCanceledInvoiceCannotBePaid() {
        var phone = "+4571200003";
        var invoice = merchant.invoice(phone, number());
        awaitOnPhone(phone, invoice);

        assertThat(merchant.cancel(invoice).status()).isEqualTo(204);

        assertThat(press(phone, invoice, "pay").status()).isEqualTo(409);
        awaitTold(invoice, "Created", "Canceled");
        assertThat(charges(invoice)).isEmpty();
    }

    @Test
    void aPaidInvoiceIsNeitherPaidAgainNorCanceled() {
        var phone = "+4571200004";
        var invoice = merchant.invoice(phone, number());
        assertThat(WalletClient.payAt(sandbox::uri, phone, invoice).status()).isEqualTo(200);

        var again = WalletClient.payAt(sandbox::uri, phone, invoice);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("error_code").asText()).isEqualTo("10504");
        assertThat(merchant.cancel(invoice).json().get("error_code").asText()).isEqualTo("10504");
    }

    @Test
    void anExpiredCardLeavesTheInvoiceAcceptedAndOpen() {
        var phone = "+4577007701";
        var invoice = merchant.invoice(phone, number());

        var refused = WalletClient.payAt(sandbox::uri, phone, invoice);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().get("InvoiceId").asText()).isEqualTo(invoice);
        assertThat(merchant.status(invoice)).isEqualTo("accepted");
        awaitTold(invoice, "Created", "Accepted");
        assertThat(merchant.cancel(invoice).status()).isEqualTo(204);
    }

    @Test
    void aPayerWhoPaysByThemselvesNeedsNobodyToPressAButton() {
        var invoice = merchant.invoice("+4572000001", number());

        awaitTold(invoice, "Created", "Paid");
    }

    private void awaitOnPhone(String phone, String invoice) {
        await().untilAsserted(() -> assertThat(onPhone(phone)).contains(invoice));
    }

    private void awaitTold(String invoice, String... statuses) {
        await().untilAsserted(() -> assertThat(receiver.statusesOf(invoice)).containsExactly(statuses));
    }

    private List<String> onPhone(String phone) {
        return Http.get(sandbox.uri("/mock/wallet/" + phone)).json().findValuesAsText("id");
    }

    private Http.Reply press(String phone, String invoice, String button) {
        return Http.send("POST", sandbox.uri("/mock/wallet/" + phone + "/" + invoice + "/" + button), "");
    }

    private List<JsonNode> charges(String text) {
        return StreamSupport.stream(
                        Http.get(sandbox.uri("/mock/psp/payments")).json().spliterator(), false)
                .filter(charge -> charge.toString().contains(text))
                .toList();
    }

    private static String number() {
        return "scenario-" + UUID.randomUUID();
    }
}
