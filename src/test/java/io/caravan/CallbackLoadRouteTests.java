package io.caravan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.caravan.core.event.Event;
import io.caravan.store.Database;
import io.caravan.support.MachineTime;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many callbacks at once, and merchants that are slow or fail. */
class CallbackLoadRouteTests extends CallbackRoutes {

    @OnBothDatabases
    void aSlowMerchantGetsFourAtATimeAndDelaysNoOther(StoreFixture store) throws Exception {
        start(store);
        merchants.stubFor(post("/slow").willReturn(aResponse().withStatus(200).withFixedDelay(8_000)));
        merchants.stubFor(post("/fast").willReturn(aResponse().withStatus(200)));
        var slow = merchantAt("/slow");
        var time = new MachineTime();
        relay(events(slow, 10));
        await().until(() -> desk().open() == 4 || time.stoodStill());

        var fast = events(merchantAt("/fast"), 20);
        relay(fast);
        await().until(() -> received("/fast").size() >= fast.length);

        await().until(() -> desk().open() == 4 || time.stoodStill());
        if (!time.stoodStill()) {
            assertThat(received("/slow")).as("before the first are answered").hasSize(4);
        }
    }

    /** The slow ones are connections that the system has accepted and nobody reads from. */
    @Test
    void aHundredSlowMerchantsTakeNothingFromAFastOne() throws Exception {
        start(new StoreFixture(Database.POSTGRESQL));
        merchants.stubFor(post("/fast").willReturn(aResponse().withStatus(200)));
        var fast = events(merchantAt("/fast"), 20);
        var time = new MachineTime();
        try (var silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 100; i++) {
                var slow = rig.merchantWithoutEndpoint();
                rig.endpoint(slow, MOBILEPAY, "http://127.0.0.1:" + silent.getLocalPort() + "/");
                relay(events(slow, 5));
            }
            await().until(() -> desk().open() == 400 || time.stoodStill());

            relay(fast);
            await().until(() -> received("/fast").size() >= fast.length);

            int open = desk().open();
            if (!time.stoodStill()) {
                assertThat(open).isGreaterThanOrEqualTo(400);
            }
        }
    }

    @Test
    void anEndpointThatFailsForAllIsSuspendedAndCounted() throws Exception {
        start(new StoreFixture(Database.POSTGRESQL), Duration.ofHours(1));
        merchants.stubFor(post("/shop").willReturn(aResponse().withStatus(500)));

        relay(events(merchantAt("/shop"), 40));
        await().until(() -> rig.suspendedEndpoints() == 1);

        await().until(() -> desk().open() == 0 && received("/shop").size() == (int) counter("failed.attempts"));
        assertThat(received("/shop")).hasSizeBetween(20, 39);
    }

    @OnBothDatabases
    void manyEventsOfManyMerchantsAllArriveInTheOrderOfTheirInvoices(StoreFixture store) throws Exception {
        start(store, Duration.ofMillis(50));
        merchants.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(202)));
        var all = new ArrayList<Event>();
        for (int merchant = 0; merchant < 8; merchant++) {
            var id = merchantAt("/" + merchant);
            for (int invoice = 0; invoice < 15; invoice++) {
                var subject = UUID.randomUUID();
                for (int number = 0; number < 4; number++) {
                    all.add(rig.event(id, MOBILEPAY, subject, number));
                }
            }
        }

        var time = new MachineTime();
        relay(all.toArray(Event[]::new));
        await().until(() -> bodies().size() >= all.size());

        if (!time.stoodStill()) {
            assertThat(arrivals()).hasSize(all.size());
        }
        assertThat(arrivals().stream()
                        .map(request -> request.getHeader("webhook-id") + request.getBodyAsString())
                        .distinct())
                .hasSize(all.size());
        var bodies = bodies();
        assertThat(bodies).hasSize(all.size());
        var arrived = bodies.stream()
                .map(body -> body.substring(2, body.length() - 2).split("#"))
                .collect(Collectors.groupingBy(
                        parts -> parts[0], Collectors.mapping(parts -> parts[1], Collectors.joining())));
        assertThat(arrived).hasSize(120);
        assertThat(arrived.values()).containsOnly("0123");
    }

    /** All requests, in the order in which they came. */
    private List<LoggedRequest> arrivals() {
        return merchants.getServeEvents().getRequests().stream()
                .map(ServeEvent::getRequest)
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .toList();
    }

    /** What they said, each once. */
    private List<String> bodies() {
        return arrivals().stream()
                .map(LoggedRequest::getBodyAsString)
                .distinct()
                .toList();
    }
}
