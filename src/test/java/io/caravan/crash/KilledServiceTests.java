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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with everything embedded, killed with SIGKILL and started again on the same files. */
@OwnProcesses
class KilledServiceTests {

    private static final int INVOICES = 60;

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
            var heard = startAndAsk(service);

            assertThat(heard).as("answers during the start").isSubsetOf(200, 503);
            assertThat(toldBeforeTheKill).as("told before the kill").isLessThan(INVOICES);
            await().untilAsserted(() -> assertThat(invoicesTold(receiver)).containsAll(accepted));
            await().untilAsserted(() -> assertThat(announced(service)).containsAll(accepted));
            assertThat(accepted)
                    .allSatisfy(id -> assertThat(merchant.status(id)).isEqualTo("created"));
            assertThat(eventsWithMoreThanOneId(receiver)).isEmpty();
        }
    }

    /** What is answered from the first answer on until the service is ready. */
    private static Set<Integer> startAndAsk(ServiceProcess service) {
        var heard = new HashSet<Integer>();
        service.launch();
        await().ignoreExceptions().until(() -> {
            heard.add(Http.get(service.uri("/openapi/mobilepay.yaml")).status());
            return Http.isOk(service.managementUri("/actuator/health/readiness"));
        });
        service.awaitReady();
        return heard;
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
