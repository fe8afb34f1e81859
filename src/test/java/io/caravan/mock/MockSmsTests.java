package io.caravan.mock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.svix.Webhook;
import io.caravan.support.MovableClock;
import io.caravan.support.SignedWebhook;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two SMS gateways, and the phones behind them. */
class MockSmsTests {

    private static final String CREDENTIAL = "Basic c2FuZGJveDpzYW5kYm94";
    private static final String PHONE = "+4577007700";

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Instant.now());
    private MockMemory memory;
    private MockFaults faults;
    private MockSms sms;

    @BeforeEach
    void open() {
        memory = new MockMemory(folder);
        faults = new MockFaults(memory.jdbc(), clock);
        sms = new MockSms(memory, faults, clock, SERVICE.baseUrl(), SignedWebhook.SMS_SECRET);
        SERVICE.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(204)));
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void theSameReferenceAtTheSameGatewayIsOneSms() {
        var first = send("a", "r-1", PHONE, "Hello");
        var again = send("a", "r-1", PHONE, "Hello");
        send("b", "r-1", PHONE, "Hello");
        deliver();

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(inbox()).hasSize(2).anySatisfy(item -> assertThat(item).containsEntry("times", "2"));
        SERVICE.verify(2, postRequestedFor(urlEqualTo("/api/callback/sms/report")));
    }

    @Test
    void aReportIsSignedAndNamesTheReference() {
        send("a", "r-1", PHONE, "Hello");
        deliver();

        var report = SERVICE.findAll(postRequestedFor(anyUrl())).get(0);
        assertThat(MockJson.read(report.getBodyAsString()).path("refId").asText())
                .isEqualTo("r-1");
        assertThat(MockJson.read(report.getBodyAsString()).path("resultCode").asInt())
                .isEqualTo(1001);
        var headers = Map.of(
                "webhook-id", List.of(report.getHeader("webhook-id")),
                "webhook-timestamp", List.of(report.getHeader("webhook-timestamp")),
                "webhook-signature", List.of(report.getHeader("webhook-signature")));
        assertThatCode(() -> new Webhook(SignedWebhook.SMS_SECRET)
                        .verify(report.getBodyAsString(), HttpHeaders.of(headers, (name, value) -> true)))
                .doesNotThrowAnyException();
    }

    @Test
    void aReportIsRepeatedUntilItIsHeard() {
        SERVICE.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500)));
        send("a", "r-1", PHONE, "Hello");
        deliver();
        SERVICE.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(204)));

        deliver();
        deliver();

        SERVICE.verify(2, postRequestedFor(anyUrl()));
    }

    @Test
    void aReportComesNeverTwiceOrLateIfItIsToldTo() {
        faults.set("sms", "{\"webhook\":\"never\"}");
        send("a", "r-never", PHONE, "Hello");
        faults.set("sms", "{\"webhook\":\"twice\"}");
        send("a", "r-twice", PHONE, "Hello");
        faults.set("sms", "{\"webhook\":\"late\"}");
        send("a", "r-late", PHONE, "Hello");

        deliver();
        assertThat(reportsOf("r-never")).isZero();
        assertThat(reportsOf("r-twice")).isEqualTo(2);
        assertThat(reportsOf("r-late")).isZero();

        clock.advance(Duration.ofSeconds(20));
        deliver();
        assertThat(reportsOf("r-late")).isEqualTo(1);
    }

    @Test
    void aPhoneThatNobodyHasSwitchedOnGetsNothing() {
        send("a", "r-1", "+4571009909", "Hello");
        deliver();

        SERVICE.verify(postRequestedFor(anyUrl()).withRequestBody(matchingJsonPath("$.resultCode", equalTo("1006"))));
    }

    @Test
    void aFaultMayBeOfOneGateway() {
        faults.set("sms", "{\"gateway\":\"a\",\"errorRate\":1}");

        assertThat(faults.strike("sms", "/mock/sms-gateway/a/send")).isPresent();
        assertThat(faults.strike("sms", "/mock/sms-gateway/b/send")).isEmpty();
    }

    @Test
    void whatItsOwnerWritesGoesToTheService() {
        assertThat(sms.answer("4577007700", "{\"to\":\"2001\",\"text\":\"STOP\"}")
                        .status())
                .isEqualTo(202);
        deliver();

        SERVICE.verify(postRequestedFor(urlEqualTo("/api/callback/sms/inbound"))
                .withRequestBody(matchingJsonPath("$.source", equalTo(PHONE)))
                .withRequestBody(matchingJsonPath("$.content.userData", equalTo("STOP"))));
    }

    @Test
    void aGatewayRefusesWhatItCannotSend() {
        assertThat(sms.send("a", "{}", CREDENTIAL, "").status()).isEqualTo(400);
        assertThat(sms.send("a", "{}", "Basic x", "").status()).isEqualTo(401);
        assertThat(sms.send("c", "{}", CREDENTIAL, "").status()).isEqualTo(404);
    }

    @Test
    void partsAreCountedAndSmsShownToPeople() {
        send("a", "r-1", PHONE, "€".repeat(81) + " <b> https://pay.example/i/x");

        assertThat(inbox().get(0)).containsEntry("parts", "2");
        assertThat(sms.inbox(PHONE, "text/html").text())
                .contains("2 parts", "&lt;b&gt;", "<a href=\"https://pay.example/i/x\">");
    }

    private MockReply send(String gateway, String reference, String phone, String text) {
        var body = Map.of(
                "source", "Caravan",
                "destination", phone,
                "userData", text,
                "refId", reference,
                "useDeliveryReport", true);
        return sms.send(gateway, MockJson.write(body), CREDENTIAL, "/mock/sms-gateway/" + gateway + "/send");
    }

    private void deliver() {
        clock.advance(Duration.ofSeconds(2));
        sms.deliver();
    }

    private int reportsOf(String reference) {
        return SERVICE.findAll(
                        postRequestedFor(anyUrl()).withRequestBody(matchingJsonPath("$.refId", equalTo(reference))))
                .size();
    }

    private List<Map<String, String>> inbox() {
        var items = MockJson.read(sms.inbox(PHONE, "application/json").text());
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> Map.of(
                        "times",
                        item.path("times").asText(),
                        "parts",
                        item.path("parts").asText()))
                .toList();
    }
}
