package io.caravan.crash;

import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.callback.CallbackRig;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.event.Event;
import io.caravan.crash.StallingMerchants.Arrival;
import io.caravan.store.Database;
import io.caravan.support.OwnProcesses;
import io.caravan.support.Ports;
import io.caravan.support.ServiceProcess;
import io.caravan.support.TestDatabases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service killed with SIGKILL in the middle of a thousand deliveries, and started again on the same files. */
@OwnProcesses
class KilledDeliveriesTests {

    private static final int DELIVERIES = 1_000;
    private static final int ANSWERED_BEFORE_THE_KILL = 400;
    private static final int ENDPOINTS = 4;

    /** As CallbackRig seals secrets. */
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    Path folder;

    @Test
    void everyEventArrivesInTheOrderOfItsInvoiceAndRepetitionsAreTheSameToTheByte() throws Exception {
        var mockPort = Ports.free();
        var settings = Map.of(
                "caravan.sandbox.demo",
                "false",
                "caravan.mock.port",
                String.valueOf(mockPort),
                "caravan.mock.url",
                "http://127.0.0.1:" + mockPort,
                "caravan.keys.ring.test",
                KEY,
                "caravan.callbacks.mobilepay.gather",
                "50ms",
                "caravan.callbacks.mobilepay.retry",
                "1s, 1s, 1s, 1s");
        try (var merchants = new StallingMerchants(ANSWERED_BEFORE_THE_KILL);
                var service = new ServiceProcess(folder, settings)) {
            var invoices = prepare(merchants);

            service.start();
            merchants.awaitStall();
            service.kill();
            int beforeTheKill = merchants.arrivals().size();
            merchants.goOn();
            service.start();

            await().untilAsserted(() -> assertThat(told(merchants).keySet()).containsAll(invoices));
            await().untilAsserted(() -> assertThat(told(merchants).values())
                    .allSatisfy(numbers -> assertThat(numbers).endsWith(1)));
            assertThat(beforeTheKill).isBetween(ANSWERED_BEFORE_THE_KILL, DELIVERIES - 1);
            assertThat(told(merchants).values())
                    .allSatisfy(numbers -> assertThat(numbers).isSorted());
            assertThat(differentRepetitions(merchants)).isEmpty();
        }
    }

    /** A delivery for each of a thousand invoices, and a second event that waits for it; answers the invoices. */
    private List<String> prepare(StallingMerchants merchants) {
        var file = new JdbcDataSource();
        file.setURL("jdbc:h2:file:" + folder.resolve("data/caravan")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        file.setUser("sa");
        TestDatabases.migrate(file, Database.H2);
        var rig = new CallbackRig(file, Instant.now());
        var first = new ArrayList<Event>();
        for (int endpoint = 0; endpoint < ENDPOINTS; endpoint++) {
            var merchant = rig.merchantWithoutEndpoint();
            rig.endpoint(merchant, MOBILEPAY, merchants.url(endpoint));
            for (int i = 0; i < DELIVERIES / ENDPOINTS; i++) {
                first.add(rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
            }
        }
        rig.relay(first.toArray(Event[]::new));
        first.forEach(event -> makeDelivery(rig.jdbc, event));
        rig.relay(first.stream()
                .map(event -> rig.event(event.merchant(), MOBILEPAY, event.subject(), 1))
                .toArray(Event[]::new));
        rig.jdbc.execute("shutdown");
        return first.stream().map(event -> event.subject().toString()).toList();
    }

    /** The events of an instance that has gathered each alone, and has tried each once. */
    private static void makeDelivery(JdbcTemplate jdbc, Event event) {
        var delivery = DeliveryId.next().value();
        var body = "[{\"InvoiceId\":\"" + event.subject() + "\",\"Status\":\"Created\",\"Sequence\":0}]";
        jdbc.update(
                """
                insert into delivery (id, endpoint_id, state, body, attempts, fence, next_attempt_at, waiting_since,
                    created_at)
                select ?, endpoint_id, 'PENDING', ?, 1, 0, ready_at, waiting_since, created_at
                from callback
                where event_id = ?
                """,
                delivery,
                body.getBytes(StandardCharsets.UTF_8),
                event.id().value());
        jdbc.update(
                "update callback set state = 'DELIVERING', delivery_id = ? where event_id = ?",
                delivery,
                event.id().value());
    }

    /** The numbers of the events that arrived, by invoice, in the order in which they came. */
    private static Map<String, List<Integer>> told(StallingMerchants merchants) {
        return merchants.arrivals().stream()
                .flatMap(arrival -> arrival.events().stream())
                .collect(Collectors.groupingBy(
                        StallingMerchants.Told::invoice,
                        Collectors.mapping(StallingMerchants.Told::sequence, Collectors.toList())));
    }

    /** Arrivals that tell of an event once more, but not with the id or the bytes of the first time. */
    private static List<Arrival> differentRepetitions(StallingMerchants merchants) {
        var all = merchants.arrivals();
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(i -> all.get(i).events().stream().map(event -> Map.entry(event, all.get(i))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .values()
                .stream()
                .flatMap(same -> same.stream().filter(arrival -> !isSame(same.get(0), arrival)))
                .toList();
    }

    private static boolean isSame(Arrival one, Arrival other) {
        return one.webhookId().equals(other.webhookId()) && Arrays.equals(one.body(), other.body());
    }
}
