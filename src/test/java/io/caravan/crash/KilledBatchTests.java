package io.caravan.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.CallbackReceiver;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.OwnProcesses;
import io.caravan.support.Ports;
import io.caravan.support.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches of links, and the service killed with SIGKILL as soon as it has answered. */
@OwnProcesses
class KilledBatchTests {

    @TempDir
    Path folder;

    @Test
    void everyItemIsCheckedAndToldWithItsLinkAfterTheServiceWasKilledBetweenAnswerAndCheck() {
        var mockPort = Ports.free();
        var settings = Map.of(
                "caravan.sandbox.demo",
                "false",
                "caravan.mock.port",
                String.valueOf(mockPort),
                "caravan.mock.url",
                "http://127.0.0.1:" + mockPort,
                "caravan.callbacks.mobilepay.gather",
                "1s");
        try (var receiver = new CallbackReceiver();
                var service = new ServiceProcess(folder, settings)) {
            service.start();
            var merchant = new MerchantClient(service::uri);
            merchant.callbacksTo(receiver.uri());

            var ids = Stream.of(batch(merchant, 400), batch(merchant, 2000))
                    .flatMap(List::stream)
                    .toList();
            var toldBeforeTheKill = receiver.received().size();
            service.kill();
            service.start();

            assertThat(toldBeforeTheKill).as("told before the kill").isLessThan(ids.size());
            await().untilAsserted(() -> assertThat(ids)
                    .allSatisfy(id -> assertThat(receiver.statusesOf(id)).contains("Created")));
            assertThat(Stream.of(ids.get(0), ids.get(2399))).allSatisfy(id -> assertThat(receiver.linkOf(id))
                    .isPresent()
                    .isEqualTo(open(service, id).headers().firstValue("Location")));
        }
    }

    private static List<String> batch(MerchantClient merchant, int items) {
        var body = IntStream.range(0, items)
                .mapToObj(n -> MerchantClient.link(UUID.randomUUID().toString(), "https://shop.example/"))
                .collect(Collectors.joining(",", "[", "]"));
        return merchant.post("/invoices/link/batch", body)
                .json()
                .get("Accepted")
                .findValuesAsText("InvoiceId");
    }

    private static Http.Reply open(ServiceProcess service, String id) {
        return Http.get(service.uri("/api/v1/consumers/me/invoices/invoices/" + id + "/link"));
    }
}
