package io.caravan.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.store.Database;
import io.caravan.support.CallbackReceiver;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.OwnProcesses;
import io.caravan.support.PausingRoutes;
import io.caravan.support.Ports;
import io.caravan.support.ServiceProcess;
import io.caravan.support.TestDatabases;
import io.caravan.support.WalletClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service, killed with SIGKILL while payments stand at each step between the operation and its outcome. */
@OwnProcesses
class KilledPaymentTests {

    /** Written but not sent; sent but not heard of; done but not written down; written down but not answered. */
    private static final List<String> STEPS =
            List.of("send-operation", "post-to-acquirer", "settle-operation", "show-payment");

    private static final String PHONE = "+4577007700";

    @TempDir
    Path folder;

    @Test
    void everyPaymentIsMadeOnceWhereverTheServiceWasKilled() throws IOException {
        var routes = new PausingRoutes(folder.resolve("routes")).readsHeaderBefore("read-acceptance");
        for (var step : STEPS) {
            routes.holdsBefore(step);
        }
        MoneyUnderWay.holdIn(routes);
        var database = TestDatabases.freshUrl(Database.POSTGRESQL);
        try (var receiver = new CallbackReceiver();
                var tables = TestDatabases.connect(database)) {
            var settings = settings(database);
            MoneyUnderWay underWay;
            var invoices = new LinkedHashMap<String, String>();
            try (var paused = new ServiceProcess(folder, settings).withRoutes(routes.folder())) {
                paused.start();
                underWay = new MoneyUnderWay(tables, URI.create(settings.get("caravan.mock.url")));
                underWay.begin();
                var merchant = new MerchantClient(paused::uri);
                merchant.callbacksTo(receiver.uri());
                for (var step : STEPS) {
                    invoices.put(step, merchant.invoice(PHONE, "killed-before-" + step));
                }
                invoices.forEach((step, invoice) -> CompletableFuture.runAsync(
                        () -> WalletClient.payAt(paused::uri, PHONE, invoice, "X-Pause", step)));
                await().untilAsserted(() -> assertThat(Files.readString(paused.log()))
                        .contains(STEPS.stream().map(PausingRoutes::held).toList()));
                await().until(() -> MoneyUnderWay.allHeld(Files.readString(paused.log())));
                paused.kill();
            }
            try (var service = new ServiceProcess(folder, settings)) {
                service.start();
                var merchant = new MerchantClient(service::uri);

                await().untilAsserted(() -> assertThat(invoices.values())
                        .allSatisfy(
                                invoice -> assertThat(merchant.status(invoice)).isEqualTo("paid")));
                await().untilAsserted(() -> assertThat(invoices.values())
                        .allSatisfy(invoice ->
                                assertThat(receiver.statusesOf(invoice)).containsOnlyOnce("Paid")));
                await().until(underWay::isOver);
                underWay.check();
                assertThat(moneyTaken(service)).hasSize(STEPS.size()).allSatisfy((text, minor) -> assertThat(minor)
                        .isEqualTo(36000));
            }
        }
    }

    private static Map<String, String> settings(String database) {
        var mockPort = Ports.free();
        return Map.of(
                "spring.datasource.url",
                database,
                "spring.datasource.username",
                "postgres",
                "caravan.sandbox.demo",
                "false",
                "caravan.mock.port",
                String.valueOf(mockPort),
                "caravan.mock.url",
                "http://127.0.0.1:" + mockPort,
                "caravan.channel.psp.resend-after",
                "1s");
    }

    /** What the acquirer has taken, by the text on the bank statement. */
    private static Map<String, Long> moneyTaken(ServiceProcess service) {
        var taken = new HashMap<String, Long>();
        for (var charge : Http.get(service.uri("/mock/psp/payments")).json()) {
            var text = charge.path("text").asText();
            if (text.startsWith("killed-before-")) {
                taken.merge(text, charge.get("amount").asLong(), Long::sum);
            }
        }
        return taken;
    }
}
