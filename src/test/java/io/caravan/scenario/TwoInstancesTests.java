package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.store.Database;
import io.caravan.support.CallbackReceiver;
import io.caravan.support.ExternalBroker;
import io.caravan.support.Http;
import io.caravan.support.MachineTime;
import io.caravan.support.MerchantClient;
import io.caravan.support.NextVersion;
import io.caravan.support.OwnProcesses;
import io.caravan.support.PartnerClient;
import io.caravan.support.PartnerScene;
import io.caravan.support.Ports;
import io.caravan.support.Race;
import io.caravan.support.ServiceProcess;
import io.caravan.support.TestDatabases;
import io.caravan.support.WalletClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two instances that share nothing but PostgreSQL and a broker, with the mock endpoints in a process of their own. They
 * work on the tables of a later version, as they do in the middle of an upgrade.
 */
@OwnProcesses
class TwoInstancesTests {

    private static final String PHONE = "+4577007700";

    @TempDir
    static Path folder;

    static String url;
    static ExternalBroker broker;
    static ServiceProcess mocks;
    static ServiceProcess one;
    static ServiceProcess other;

    @BeforeAll
    static void startAll() {
        broker = new ExternalBroker(folder.resolve("broker"));
        var mockPort = Ports.free();
        var settings = new HashMap<String, String>();
        url = TestDatabases.freshUrl(Database.POSTGRESQL);
        NextVersion.migrate(url);
        settings.put("spring.datasource.url", url);
        settings.put("spring.datasource.username", "postgres");
        settings.put("caravan.broker.url", broker.uri());
        settings.put("caravan.mock.url", "http://127.0.0.1:" + mockPort);
        settings.put("caravan.mock.local", "false");
        settings.put("caravan.sandbox.demo", "false");
        settings.put("caravan.callbacks.mobilepay.gather", "500ms");
        one = new ServiceProcess(folder.resolve("one"), settings);
        other = new ServiceProcess(folder.resolve("other"), settings);
        mocks = ServiceProcess.mocks(
                folder.resolve("mocks"),
                mockPort,
                Map.of("caravan.mock.service-url", one.uri("").toString()));
        mocks.launch();
        one.launch();
        other.launch();
        mocks.awaitReady();
        one.awaitReady();
        other.awaitReady();
    }

    @AfterAll
    static void stopAll() {
        one.close();
        other.close();
        mocks.close();
        broker.close();
    }

    @Test
    void theTablesAreThoseOfTheNextVersion() {
        try (var tables = TestDatabases.connect(url)) {
            assertThat(new JdbcTemplate(tables)
                            .queryForList(
                                    "select version from flyway_schema_history order by installed_rank", String.class))
                    .as("migrations, of which these instances have undone none")
                    .endsWith(NextVersion.VERSION);
            assertThat(Http.isOk(one.managementUri("/actuator/health"))).isTrue();
        }
    }

    @Test
    void anInvoiceCreatedAtOneInstanceIsPaidAtTheOtherAndEachEventIsToldOnce() {
        try (var receiver = new CallbackReceiver()) {
            var time = new MachineTime();
            var merchant = new MerchantClient(one::uri);
            merchant.callbacksTo(receiver.uri());
            var invoice = merchant.invoice(PHONE, "two-instances-1");
            await().untilAsserted(() -> assertThat(waitingOnPhone()).contains(invoice));

            var paid = WalletClient.payAt(other::uri, PHONE, invoice);

            assertThat(paid.status()).as(paid.body()).isEqualTo(200);
            assertThat(merchant.at(other::uri).status(invoice)).isEqualTo("paid");
            await().untilAsserted(() -> assertThat(receiver.statusesOf(invoice)).containsExactly("Created", "Paid"));
            if (!time.stoodStill()) {
                assertThat(receiver.received())
                        .filteredOn(event -> event.invoiceId().equals(invoice))
                        .doesNotHaveDuplicates();
            }
            assertThat(chargesOf(invoice)).hasSize(1);
        }
    }

    @Test
    void aChannelThatIsHeldAtOneInstanceIsHeldAtTheOther() {
        try (var receiver = new CallbackReceiver()) {
            var merchant = new MerchantClient(one::uri);
            merchant.callbacksTo(receiver.uri());
            exec(one, "hold", "\"channel\", \"push\", \"a test\"");
            try {
                var invoices = IntStream.range(0, 4)
                        .mapToObj(n ->
                                merchant.at(n % 2 == 0 ? one::uri : other::uri).invoice(PHONE, "held-" + n))
                        .toList();

                await().untilAsserted(() -> assertThat(receiver.received())
                        .extracting(CallbackReceiver.Received::invoiceId)
                        .containsAll(invoices));
                assertThat(waitingOnPhone()).doesNotContainAnyElementsOf(invoices);
                assertThat(exec(other, "list", "")).contains("push");
                exec(other, "release", "\"channel\", \"push\"");
                await().untilAsserted(() -> assertThat(waitingOnPhone()).containsAll(invoices));
            } finally {
                exec(one, "release", "\"channel\", \"push\"");
            }
        }
    }

    @Test
    void aPartnersReferenceAndNonceAreUsedOnceByBothInstances() throws Exception {
        var scene = new PartnerScene(one::uri);
        var atOther = new PartnerClient(other::uri, 1, scene.partner.key());
        var partners = List.of(scene.partner, atOther, scene.partner, atOther);

        var created = Race.of(partners.stream()
                .<Callable<Integer>>map(at ->
                        () -> at.post("/api/pre-transactions", scene.body("")).status())
                .toList());
        var nonce = "n-" + scene.reference;
        var letIn = Race.of(partners.stream()
                .<Callable<Integer>>map(at -> () -> at.signed(
                                "GET",
                                "/api/campaigns",
                                "",
                                at.credential("GET", "/api/campaigns", "", nonce, Instant.now()))
                        .status())
                .toList());

        assertThat(created).containsExactlyInAnyOrder(204, 409, 409, 409);
        assertThat(letIn).containsExactlyInAnyOrder(200, 401, 401, 401);
    }

    @Test
    void aClockThatIsMovedAtOneInstanceIsMovedAtTheOther() {
        try {
            Http.send("POST", one.uri("/mock/clock"), "{\"advance\":\"PT1S\"}");

            await().until(() -> Http.get(other.uri("/mock/clock"))
                    .json()
                    .get("ahead")
                    .asText()
                    .equals("PT1S"));
        } finally {
            Http.send("DELETE", other.uri("/mock/clock"), "");
        }
    }

    @Test
    void theOtherInstanceFinishesWhatAKilledOneAccepted() {
        try (var receiver = new CallbackReceiver()) {
            var merchant = new MerchantClient(one::uri);
            merchant.callbacksTo(receiver.uri());

            var accepted = IntStream.range(0, 40)
                    .parallel()
                    .mapToObj(n -> merchant.invoice("+45710002" + (10 + n / 10), "takeover-" + n))
                    .toList();
            one.kill();

            await().untilAsserted(() -> assertThat(receiver.received())
                    .extracting(CallbackReceiver.Received::invoiceId)
                    .containsAll(accepted));
            one.start();
        }
    }

    @Test
    void whileTheBrokerIsDownInvoicesAreAcceptedAndReportedAndReachTheirPayersLater() {
        try (var receiver = new CallbackReceiver()) {
            var merchant = new MerchantClient(one::uri);
            merchant.callbacksTo(receiver.uri());

            broker.stop();
            var invoice = merchant.invoice(PHONE, "broker-down-1");

            await().untilAsserted(() -> assertThat(receiver.statusesOf(invoice)).containsExactly("Created"));
            assertThat(Http.isOk(one.managementUri("/actuator/health/readiness")))
                    .isTrue();
            assertThat(waitingOnPhone()).doesNotContain(invoice);
            broker.start();
            await().untilAsserted(() -> assertThat(waitingOnPhone()).contains(invoice));
        }
    }

    private static String exec(ServiceProcess instance, String operation, String arguments) {
        return Http.send(
                        "POST",
                        instance.managementUri("/actuator/jolokia"),
                        """
                        {"type": "exec", "mbean": "caravan:type=Holds", "operation": "%s", "arguments": [%s]}"""
                                .formatted(operation, arguments),
                        "Authorization",
                        "Basic b3BzOm9wcy1zYW5kYm94",
                        "Content-Type",
                        "application/json")
                .body();
    }

    private static List<String> waitingOnPhone() {
        return Http.get(mocks.uri("/mock/wallet/%2B" + PHONE.substring(1)))
                .json()
                .findValuesAsText("id");
    }

    private static List<String> chargesOf(String invoice) {
        return Http.get(mocks.uri("/mock/psp/payments")).json().findValuesAsText("id");
    }
}
