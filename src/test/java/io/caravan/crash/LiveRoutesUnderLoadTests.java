package io.caravan.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.caravan.support.CallbackReceiver;
import io.caravan.support.Http;
import io.caravan.support.MachineTime;
import io.caravan.support.MerchantClient;
import io.caravan.support.OwnProcesses;
import io.caravan.support.PausingRoutes;
import io.caravan.support.Ports;
import io.caravan.support.ServiceProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with its own broker and database, whose routes are edited while it works, and which is killed meanwhile. */
@OwnProcesses
class LiveRoutesUnderLoadTests {

    private static final List<String> EDITED = List.of("channel/push", "callback/deliver", "workflow/relay");
    private static final String OPS = "Basic b3BzOm9wcy1zYW5kYm94";
    private static final int INVOICES = 50;

    @TempDir
    static Path folder;

    private static final List<String> PUSHED = new CopyOnWriteArrayList<>();
    private static HttpServer gateway;
    private static PausingRoutes routes;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.setExecutor(Executors.newFixedThreadPool(8));
        gateway.createContext("/", exchange -> {
            PUSHED.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        gateway.start();
        var mockPort = Ports.free();
        routes = new PausingRoutes(folder.resolve("routes"));
        service = new ServiceProcess(
                        folder.resolve("data"),
                        Map.of(
                                "caravan.sandbox.demo",
                                "false",
                                "caravan.callbacks.mobilepay.gather",
                                "100ms",
                                "caravan.invoices.daily",
                                "1000",
                                "caravan.mock.port",
                                String.valueOf(mockPort),
                                "caravan.mock.url",
                                "http://127.0.0.1:" + mockPort,
                                "caravan.channel.push.url",
                                "http://127.0.0.1:" + gateway.getAddress().getPort() + "/"))
                .withRoutes(routes.folder())
                .start();
    }

    @AfterAll
    static void stop() {
        service.close();
        gateway.stop(0);
    }

    @Test
    void routesAreSwappedAmongMessagesAndNothingIsLostOrDoubledAndAKillInBetweenLosesNothing() throws Exception {
        try (var receiver = new CallbackReceiver()) {
            var merchant = new MerchantClient(service::uri);
            merchant.callbacksTo(receiver.uri());

            var time = new MachineTime();
            var isSwapping = new AtomicBoolean(true);
            var health = CompletableFuture.supplyAsync(() -> healthWhile(isSwapping));
            var first = CompletableFuture.supplyAsync(() -> invoices(merchant, "swap"));
            for (var file : EDITED) {
                edit(file, "once");
            }
            for (var file : EDITED) {
                awaitSwaps(file, 1);
            }
            var accepted = first.get();
            isSwapping.set(false);
            assertThat(health.get()).isSubsetOf("UP", "DEGRADED");

            await().untilAsserted(() -> assertThat(Set.copyOf(PUSHED)).hasSize(INVOICES));
            await().untilAsserted(() -> assertThat(told(receiver)).containsAll(accepted));
            assertThat(told(receiver)).as("told under one id each").doesNotHaveDuplicates();
            if (!time.stoodStill()) {
                assertThat(PUSHED).doesNotHaveDuplicates();
                assertThat(receiver.received()).doesNotHaveDuplicates();
            }

            var second = invoices(merchant, "kill");
            edit("channel/push", "twice");
            edit("callback/deliver", "twice");
            await().until(() -> swaps("callback/deliver") == 2);
            service.kill();
            service.start();

            await().untilAsserted(() -> assertThat(PUSHED.stream().distinct()).hasSize(2 * INVOICES));
            await().untilAsserted(() -> assertThat(told(receiver)).containsAll(second));
        }
        aBrokenFileIsTold();
    }

    private static void aBrokenFileIsTold() throws IOException {
        Files.writeString(routes.folder().resolve("channel/push.camel.yaml"), "- route: [");

        await().untilAsserted(() ->
                assertThat(operators("/actuator/health")).contains("channel/push.camel.yaml", "BROKEN", "DEGRADED"));
        assertThat(Files.readString(service.log())).contains("channel/push.camel.yaml cannot run as it is now");
        assertThat(listed()).contains("BROKEN");
        assertThat(operators("/actuator/prometheus")).contains("caravan_route_files{condition=\"broken\"} 1.0");
    }

    /** Each status that was told meanwhile, with all that was said of one that is bad. */
    private static Set<String> healthWhile(AtomicBoolean isSwapping) {
        var told = new TreeSet<String>();
        while (isSwapping.get()) {
            var health = Http.get(service.managementUri("/actuator/health"), "Authorization", OPS)
                    .json();
            var status = health.get("status").asText();
            told.add(status.equals("DOWN") || status.equals("OUT_OF_SERVICE") ? health.toString() : status);
        }
        return told;
    }

    private static List<String> invoices(MerchantClient merchant, String name) {
        return IntStream.range(0, INVOICES)
                .parallel()
                .mapToObj(n -> merchant.invoice("+457100010" + n % 6, name + "-" + n))
                .toList();
    }

    /** Invoices told of as created; what comes again under the same id counts once. */
    private static List<String> told(CallbackReceiver receiver) {
        return receiver.received().stream()
                .distinct()
                .filter(event -> event.status().equals("Created"))
                .map(CallbackReceiver.Received::invoiceId)
                .toList();
    }

    /** As editors do it: a new file beside it, moved over it. */
    private static void edit(String name, String remark) throws IOException {
        var file = routes.folder().resolve(name + ".camel.yaml");
        var text = Files.readString(file).replaceFirst("(?m)^(    description: .*)$", "$1 " + remark);
        var beside = Files.writeString(file.resolveSibling("." + file.getFileName() + ".swp"), text);
        Files.move(beside, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static void awaitSwaps(String file, int times) {
        await().until(() -> swaps(file) == times);
    }

    private static long swaps(String file) throws IOException {
        try (var lines = Files.lines(service.log())) {
            return lines.filter(line -> line.contains("[" + file + ".camel.yaml] runs as it is now"))
                    .count();
        }
    }

    private static String listed() {
        return Http.send(
                        "POST",
                        service.managementUri("/actuator/jolokia"),
                        "{\"type\": \"exec\", \"mbean\": \"caravan:type=RouteFiles\", \"operation\": \"list\"}",
                        "Authorization",
                        OPS,
                        "Content-Type",
                        "application/json")
                .body();
    }

    private static String operators(String path) {
        return Http.get(service.managementUri(path), "Authorization", OPS).body();
    }
}
