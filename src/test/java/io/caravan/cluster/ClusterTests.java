package io.caravan.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.CallbackReceiver;
import io.caravan.support.Http;
import io.caravan.support.MachineTime;
import io.caravan.support.MerchantClient;
import io.caravan.support.OwnProcesses;
import io.caravan.support.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Three instances, a broker, a database and the mock endpoints as docker-compose.yml has them, each of which may end. */
@OwnProcesses
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTests {

    /** Accepts by itself, for the due date. */
    private static final String ACCEPTS = "+4577007705";

    /** Half a minute is what leases promise; the rest is for a machine that is busy with other tests. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(45);

    /** Until the broker has given away what a frozen instance was about to take, and its claims have lapsed. */
    private static final Duration TAKEN_OVER_FROM_FROZEN = Duration.ofSeconds(75);

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    @TempDir
    static Path folder;

    private static Cluster cluster;

    private CallbackReceiver receiver;

    @BeforeAll
    static void start() throws Exception {
        cluster = new Cluster(folder);
        cluster.start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void hear() {
        await().until(() -> cluster.inBalancer() == 3);
        receiver = new CallbackReceiver();
        new MerchantClient(cluster.balancer::uri).callbacksTo(receiver.uri());
    }

    @AfterEach
    void hearNoMore() {
        receiver.close();
    }

    @Test
    @Order(1)
    void eachDueRowIsWorkedOnceAndNothingIsSentTwice() throws Exception {
        var time = new MachineTime();
        var merchant = new MerchantClient(cluster.balancer::uri);
        var today = LocalDate.now(ZONE);
        var scheduled = IntStream.range(0, 8)
                .mapToObj(n -> merchant.post(
                                "/invoices",
                                MerchantClient.body(ACCEPTS, "cluster-due-" + n)
                                        .replace(
                                                today.toString(),
                                                today.plusDays(5).toString()))
                        .json()
                        .get("InvoiceId")
                        .asText())
                .toList();
        await().untilAsserted(() -> assertThat(scheduled)
                .allSatisfy(id -> assertThat(merchant.status(id)).isEqualTo("accepted")));
        var paid = new Load("cluster-once", cluster.balancer::uri).begin(60).await();

        Http.send("POST", cluster.balancer.uri("/mock/clock"), "{\"advance\": \"P5D\"}");
        try {
            await().untilAsserted(() -> assertThat(scheduled)
                    .allSatisfy(id -> assertThat(receiver.statusesOf(id)).contains("Paid")));
            awaitToldAndPaid(paid.accepted());
        } finally {
            Http.send("DELETE", cluster.balancer.uri("/mock/clock"), "");
        }

        assertThat(Set.copyOf(cluster.world.keys("/mock/psp/charges"))).hasSize(68);
        assertThat(receiver.received().stream().distinct().map(one -> one.invoiceId() + one.status()))
                .doesNotHaveDuplicates();
        if (!time.stoodStill()) {
            assertThat(paid.failures()).isEmpty();
            assertThat(cluster.world.keys("/mock/psp/charges")).doesNotHaveDuplicates();
            assertThat(cluster.world.keys("/mock/push/messages")).doesNotHaveDuplicates();
            assertThat(receiver.received()).doesNotHaveDuplicates();
        }
    }

    @Test
    @Order(2)
    void callersBehindTheBalancerHaveLimitsOfTheirOwnAndCannotPassForOthers() {
        var mine = IntStream.range(0, 100)
                .map(n -> guess("203.0.113.7", "198.51.100." + n))
                .boxed()
                .toList();

        assertThat(mine).startsWith(401).contains(429);
        assertThat(guess("203.0.113.8", "203.0.113.7")).isEqualTo(401);
    }

    @Test
    @Order(3)
    void anInstanceThatIsKilledIsTakenOverInHalfAMinuteAndNoMoneyMovesTwice() throws Exception {
        var load = new Load("cluster-kill", cluster.balancer::uri).begin(120);
        load.awaitAccepted(60);
        var victim = cluster.instances.get(1);

        victim.kill();
        var time = new MachineTime();
        Duration takenOver;
        try {
            load.await();
            awaitToldAndPaid(load.accepted());
            takenOver = time.passed();
        } finally {
            victim.start();
        }

        System.out.println("Taken over after " + takenOver);
        assertThat(takenOver).isLessThan(TAKEN_OVER);
        assertThat(load.accepted()).hasSize(120);
        assertThat(load.failures()).extracting(Http.Reply::status).isSubsetOf(409, 502, 503);
    }

    @Test
    @Order(4)
    void anInstanceThatHangsIsTakenOverAndDoesNothingAgainWhenItGoesOn() throws Exception {
        cluster.balancer.waitAtMost(Duration.ofSeconds(10));
        var load = new Load("cluster-freeze", cluster.balancer::uri).begin(120);
        load.awaitAccepted(60);
        var victim = cluster.instances.get(2);

        victim.freeze();
        var time = new MachineTime();
        Duration takenOver;
        try {
            load.awaitAccepted(100);
            awaitToldAndPaid(load.accepted());
            await().until(() -> noticesUnderWay() == 0);
            takenOver = time.passed();
        } finally {
            victim.thaw();
            cluster.balancer.waitAtMost(Duration.ofMinutes(3));
        }
        load.await();
        await().until(() -> cluster.inBalancer() == 3);
        awaitToldAndPaid(load.accepted());

        System.out.println("Taken over from a frozen one after " + takenOver);
        assertThat(takenOver).isLessThan(TAKEN_OVER_FROM_FROZEN);
        assertThat(load.failures()).extracting(Http.Reply::status).isSubsetOf(409, 502, 503);
    }

    @Test
    @Order(5)
    void instancesAreRestartedOneAfterTheOtherAndNoCallerNoticesIt() throws Exception {
        var time = new MachineTime();
        var load = new Load("cluster-roll", cluster.balancer::uri).begin();
        load.awaitAccepted(10);

        for (var instance : cluster.instances) {
            instance.terminate();
            instance.start();
            await().until(() -> cluster.inBalancer() == 3);
        }

        load.await();
        awaitToldAndPaid(load.accepted());
        assertNobodyNoticed(load, time);
    }

    @Test
    @Order(6)
    void aBrokerAndADatabaseThatAreKilledUnderLoadComeBackAndAllThatWasAcceptedEndsWell() throws Exception {
        var time = new MachineTime();
        var load = new Load("cluster-servers", cluster.balancer::uri).begin();
        load.awaitAccepted(20);
        cluster.broker.kill();
        load.awaitAccepted(40);
        cluster.broker.start();
        load.awaitAccepted(60);
        assertNobodyNoticed(load, time);

        cluster.database.kill();
        await().until(() -> load.failures().size() > 5);
        cluster.database.start();

        load.awaitAccepted(load.accepted().size() + 20);
        load.await();
        awaitToldAndPaid(load.accepted());
        assertThat(load.failures()).isNotEmpty();
        if (!time.stoodStill()) {
            assertThat(load.failures()).allSatisfy(reply -> {
                assertThat(reply.status()).as(reply.body()).isEqualTo(503);
                assertThat(reply.headers().firstValue("Retry-After")).isPresent();
            });
        }
    }

    /** Every request was answered with a 2xx; while the machine stands still, nobody can promise that. */
    private static void assertNobodyNoticed(Load load, MachineTime time) {
        if (!time.stoodStill()) {
            assertThat(load.failures()).isEmpty();
        }
    }

    /** Each payer was told, each merchant was told of both, repeats had the same ids, and money moved once. */
    private void awaitToldAndPaid(Map<String, String> invoices) {
        await().untilAsserted(() -> assertThat(invoices.values())
                .allSatisfy(id -> assertThat(receiver.statusesOf(id)).contains("Created", "Paid")));
        assertThat(oftenSent(invoices.values())).isEmpty();
        var taken = moneyTaken();
        assertThat(invoices.keySet())
                .allSatisfy(number -> assertThat(taken.get(number)).isEqualTo(36000));
    }

    /** Events that came more than once, not always in the same delivery. */
    private List<String> oftenSent(Collection<String> invoices) {
        return receiver.received().stream()
                .filter(event -> invoices.contains(event.invoiceId()))
                .collect(Collectors.groupingBy(
                        event -> event.invoiceId() + " " + event.status(),
                        Collectors.mapping(CallbackReceiver.Received::webhookId, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(event -> event.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long noticesUnderWay() {
        try (var tables = TestDatabases.connect(cluster.database.url() + "&user=postgres")) {
            return new JdbcTemplate(tables)
                    .queryForObject(
                            "select count(*) from notice where state in ('READY', 'QUEUED', 'SENDING')", Long.class);
        }
    }

    /** What the acquirer has taken, by the number of the invoice. */
    private static Map<String, Long> moneyTaken() {
        var taken = new HashMap<String, Long>();
        Http.get(cluster.mocks.uri("/mock/psp/payments"))
                .json()
                .forEach(charge -> taken.merge(
                        charge.path("text").asText(), charge.get("amount").asLong(), Long::sum));
        return taken;
    }

    private static int guess(String caller, String claimed) {
        return Http.send(
                        "POST",
                        cluster.balancer.uri("/oauth2/token"),
                        "grant_type=client_credentials&client_id=sandbox-fi&client_secret=wrong",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Caller",
                        caller,
                        "X-Forwarded-For",
                        claimed)
                .status();
    }
}
