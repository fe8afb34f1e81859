package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.CallbackReceiver;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import io.caravan.support.WalletClient;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A merchant sends many links at once, is told where each leads, and one of them is paid. */
class LinkBatchTests {

    private final Sandbox sandbox = Sandbox.running();
    private final MerchantClient merchant = new MerchantClient(sandbox::uri);

    @Test
    void theMerchantIsToldOfEachItemAndWhereItsLinkLeads() {
        try (var receiver = new CallbackReceiver()) {
            merchant.callbacksTo(receiver.uri());
            var stranger = link().replace(
                            "efd08c19-24cf-4833-a4a4-bfa7bd58fbb2",
                            UUID.randomUUID().toString());

            var answer = merchant.post("/invoices/link/batch", "[" + link() + "," + stranger + "," + link() + "]");

            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            assertThat(answer.body()).doesNotContain("Links");
            var ids = answer.json().get("Accepted").findValuesAsText("InvoiceId");
            awaitTold(receiver, ids.get(0), "Created");
            awaitTold(receiver, ids.get(1), "Invalid");
            awaitTold(receiver, ids.get(2), "Created");
            assertThat(receiver.linkOf(ids.get(0))).isEqualTo(leadsTo(ids.get(0)));
            assertThat(receiver.linkOf(ids.get(1))).isEmpty();
            assertThat(receiver.linkOf(ids.get(2))).isEqualTo(leadsTo(ids.get(2)));

            WalletClient.payAt(sandbox::uri, "+4577007700", ids.get(2));

            awaitTold(receiver, ids.get(2), "Created", "Paid");
        }
    }

    private Optional<String> leadsTo(String id) {
        var opened = Http.get(sandbox.uri("/api/v1/consumers/me/invoices/invoices/" + id + "/link"));
        assertThat(opened.status()).isEqualTo(302);
        return opened.headers().firstValue("Location");
    }

    private static void awaitTold(CallbackReceiver receiver, String invoice, String... statuses) {
        await().untilAsserted(() -> assertThat(receiver.statusesOf(invoice)).containsExactly(statuses));
    }

    private static String link() {
        return MerchantClient.link(UUID.randomUUID().toString(), "https://shop.example/thanks");
    }
}
