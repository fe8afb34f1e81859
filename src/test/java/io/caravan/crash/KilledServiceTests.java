package io.caravan.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.CallbackReceiver;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Ports;
import io.caravan.support.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with everything embedded, killed with SIGKILL and started again on the same files. */
class KilledServiceTests {

    private static final int INVOICES = 60;

    /** What was being sent when the service was killed is claimed for 45 seconds, and found by a job within 10 more. */
    private static final Duration CLAIMS_LAPSE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void everyAcceptedInvoiceIsAnnouncedAndReportedAfterTheServiceWasKilledBetweenAcceptAndCallback() {
        var mockPort = Ports.free();
        var settings = Map.of(
                "caravan.sandbox.demo",
                "false",
                "caravan.mock.port",
                String.valueOf(mockPort),
                "caravan.mock.url",
                "http://127.0.0.1:" + mockPort);
        try (var receiver = new CallbackReceiver();
                var service = new ServiceProcess(folder, settings)) {
            service.start();
            var merchant = new MerchantClient(service::uri);
            merchant.callbacksTo(receiver.uri());

            var accepted = IntStream.range(0, INVOICES)
                    .parallel()
                    .mapToObj(n -> merchant.invoice(phone(n), "crash-" + n))
                    .toList();
            var toldBeforeTheKill = receiver.received().size();
            service.kill();
            service.start();

            assertThat(toldBeforeTheKill).as("told before the kill").isLessThan(INVOICES);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(invoicesTold(receiver)).containsAll(accepted));
            await().atMost(CLAIMS_LAPSE)
                    .untilAsserted(() -> assertThat(announced(service)).containsAll(accepted));
            assertThat(accepted)
                    .allSatisfy(id -> assertThat(merchant.status(id)).isEqualTo("created"));
            assertThat(eventsWithMoreThanOneId(receiver)).isEmpty();
        }
    }

    private static List<String> invoicesTold(CallbackReceiver receiver) {
        return receiver.received().stream()
                .filter(event -> event.status().equals("Created"))
                .map(CallbackReceiver.Received::invoiceId)
                .toList();
    }

    private static List<String> announced(ServiceProcess service) {
        return IntStream.range(0, 6)
                .mapToObj(n -> Http.get(service.uri("/mock/wallet/%2B" + phone(n).substring(1)))
                        .json())
                .flatMap(items -> items.findValuesAsText("id").stream())
                .toList();
    }

    /** A callback may come twice, but always with the id it came with first. */
    private static List<String> eventsWithMoreThanOneId(CallbackReceiver receiver) {
        return receiver.received().stream()
                .collect(Collectors.groupingBy(
                        event -> event.invoiceId() + "/" + event.sequence(),
                        Collectors.mapping(
                                CallbackReceiver.Received::webhookId, Collectors.toCollection(HashSet::new))))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Ten invoices a phone: the daily limit. */
    private static String phone(int n) {
        return "+457100010" + n % 6;
    }
}
