package io.caravan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.svix.Webhook;
import io.caravan.callback.CallbackRig;
import io.caravan.callback.PlainForm;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;

/** How a callback reaches its merchant, or does not, and who sends it when its instance is gone. */
class CallbackRouteTests extends CallbackRoutes {

    @OnBothDatabases
    void anEventReachesTheMerchantSigned(StoreFixture store) throws Exception {
        start(store);
        merchants.stubFor(post("/shop").willReturn(aResponse().withStatus(200)));
        var event = rig.event(merchantAt("/shop"), MOBILEPAY, UUID.randomUUID(), 0);

        relay(event);
        await().until(() -> rig.stateOf(event).equals("DELIVERED"));

        var request = received("/shop").get(0);
        assertThat(request.getBodyAsString()).isEqualTo("[" + PlainForm.text(event) + "]");
        assertThatCode(() -> new Webhook(CallbackRig.SECRET).verify(request.getBodyAsString(), headers(request)))
                .doesNotThrowAnyException();
        await().until(() -> counter("delivered") == 1);
    }

    @OnBothDatabases
    void aCallbackThatFailsComesAgainWithTheSameIdAndBytes(StoreFixture store) throws Exception {
        start(store, Duration.ofMillis(100), Duration.ofMillis(100));
        fails("/shop", 2);
        var event = rig.event(merchantAt("/shop"), MOBILEPAY, UUID.randomUUID(), 0);

        relay(event);
        await().until(() -> rig.stateOf(event).equals("DELIVERED"));

        assertThat(received("/shop")).hasSize(3);
        assertThat(received("/shop").stream()
                        .map(request -> request.getHeader("webhook-id") + request.getBodyAsString())
                        .distinct())
                .hasSize(1);
        assertThat(rig.attempts()).isEqualTo(3);
        await().until(() -> counter("failed.attempts") == 2);
    }

    @OnBothDatabases
    void aCallbackThatFailsTooOftenIsDeadAndTheNextOfItsInvoiceGoes(StoreFixture store) throws Exception {
        start(store, Duration.ofMillis(50));
        fails("/shop", 2);
        var merchant = merchantAt("/shop");
        var invoice = UUID.randomUUID();
        var first = rig.event(merchant, MOBILEPAY, invoice, 0);
        var second = rig.event(merchant, MOBILEPAY, invoice, 1);

        relay(first, second);
        await().until(() -> rig.stateOf(second).equals("DELIVERED"));

        assertThat(rig.stateOf(first)).isEqualTo("DEAD");
        await().until(() -> counter("dead") == 1);
    }

    @OnBothDatabases
    void whatAnotherInstanceLeftBehindIsSentWhenItsLeaseLapses(StoreFixture store) throws Exception {
        start(store);
        merchants.stubFor(post("/shop").willReturn(aResponse().withStatus(200)));
        var event = rig.event(merchantAt("/shop"), MOBILEPAY, UUID.randomUUID(), 0);
        camel.getRouteController().stopRoute("callback-post");
        relay(event);
        await().until(() -> rig.stateOf(event).equals("DELIVERING"));

        rig.jdbc.update("update endpoint set lease_until = ?", OffsetDateTime.now(ZoneOffset.UTC));
        camel.getRouteController().startRoute("callback-post");

        await().until(() -> rig.stateOf(event).equals("DELIVERED"));
        assertThat(rig.jdbc.queryForObject("select max(fence) from endpoint", Long.class))
                .isPositive();
    }

    @OnBothDatabases
    void whenTheServiceStopsWhatIsOnItsWayArrivesAndTheRestIsLeftToOthers(StoreFixture store) throws Exception {
        start(store);
        merchants.stubFor(post("/shop").willReturn(aResponse().withStatus(200).withFixedDelay(2_000)));
        relay(events(merchantAt("/shop"), 10));
        await().until(() -> desk().open() == 4);

        camel.stop();

        assertThat(rig.jdbc.queryForList("select state from callback order by state", String.class))
                .startsWith("DELIVERED", "DELIVERED", "DELIVERED", "DELIVERED", "WAITING");
        assertThat(rig.jdbc.queryForList("select state from delivery", String.class))
                .doesNotContain("SENDING");
        assertThat(rig.jdbc.queryForObject(
                        "select count(*) from endpoint where lease_owner is not null", Integer.class))
                .isZero();
    }

    /** Two failures and more good answers. */
    private void fails(String path, int times) {
        merchants.stubFor(post(path).willReturn(aResponse().withStatus(200)));
        for (int i = 0; i < times; i++) {
            merchants.stubFor(post(path)
                    .inScenario(path)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "failed " + i)
                    .willSetStateTo("failed " + (i + 1))
                    .willReturn(aResponse().withStatus(500).withBody("try later")));
        }
    }

    private static HttpHeaders headers(LoggedRequest request) {
        return HttpHeaders.of(
                request.getHeaders().all().stream()
                        .collect(Collectors.toMap(header -> header.key(), header -> header.values())),
                (name, value) -> true);
    }
}
