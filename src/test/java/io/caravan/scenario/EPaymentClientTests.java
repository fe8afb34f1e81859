package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.NodeProject;
import io.caravan.support.Sandbox;
import org.junit.jupiter.api.Test;

/** The official client of the ePayment API, which is a Node program, against the service. */
class EPaymentClientTests {

    @Test
    void theOfficialClientRequestsPaymentsAndHearsOfAllThatBecomesOfThem() throws Exception {
        var client = new NodeProject("sdk");

        var told = client.run("node", "flows.mjs", Sandbox.running().uri("").toString());

        assertThat(told)
                .contains(
                        "payARequest: done",
                        "payAnInvoiceTwice: done",
                        "changeOnesMind: done",
                        "approveInThePayersPlace: done",
                        "sendOrderDetails: done");
    }
}
