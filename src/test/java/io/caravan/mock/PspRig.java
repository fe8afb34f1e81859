package io.caravan.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caravan.support.MovableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The mock acquirer without any server, with a clock that is moved and a service that hears its webhooks. */
final class PspRig implements AutoCloseable {

    static final String SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LXBzcC13ZWJob29rLXNlY3JldA==";
    static final String URL = "http://mocks.example";

    final MovableClock clock = new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));
    final List<Heard> heard = new CopyOnWriteArrayList<>();
    final List<Long> pauses = new CopyOnWriteArrayList<>();
    volatile double luck = 0.5;
    volatile int serviceAnswers = 200;

    final MockMemory memory;
    final MockFaults faults;
    final MockWebhooks webhooks;
    final MockPsp psp;
    final MockLedger ledger;
    final MockPayers payers;
    final MockPayPage page;
    private final HttpServer service;

    /** A webhook as the service has heard it. */
    record Heard(String path, HttpHeaders headers, String body) {

        JsonNode json() {
            return MockJson.read(body);
        }
    }

    PspRig(Path folder) {
        try {
            service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        service.createContext("/", this::hear);
        service.setExecutor(Executors.newCachedThreadPool());
        service.start();
        memory = new MockMemory(folder);
        faults = new MockFaults(memory.jdbc(), clock, () -> luck, pauses::add);
        webhooks = new MockWebhooks(
                memory,
                faults,
                clock,
                "http://127.0.0.1:" + service.getAddress().getPort(),
                SECRET);
        psp = new MockPsp(memory, webhooks, clock, URL);
        ledger = new MockLedger(memory, URL);
        payers = new MockPayers(memory, webhooks, clock);
        page = new MockPayPage(memory);
    }

    /** Opens a session for 360.00 DKK, and answers its id. */
    String open(String key) {
        return json(psp.open(
                        key,
                        """
                        {"reference":"pay-1","amount":36000,"currency":"DKK","text":"Invoice 301",
                         "returnUrl":"http://shop.example/done?x=1"}""",
                        "/mock/psp/sessions"))
                .path("id")
                .asText();
    }

    /** Opens a session for 360.00 DKK that its payer authorizes. */
    String authorized(String key) {
        var session = open(key);
        pay(session, TestCard.PAYS);
        return session;
    }

    MockReply pay(String session, TestCard card) {
        return act(session, "pay", "{\"card\":\"" + card.number() + "\"}");
    }

    MockReply act(String session, String act, String body) {
        return payers.act(session, body, "/mock/psp/payments/" + session + "/" + act, "application/json");
    }

    MockReply charge(String key) {
        return charge(key, "00000000-0000-4000-a000-004577007700");
    }

    MockReply charge(String key, String card) {
        return psp.charge(
                key,
                "{\"reference\":\"pay-1\",\"amount\":36000,\"currency\":\"DKK\",\"card\":\"" + card + "\"}",
                "/mock/psp/charges");
    }

    /** Tells the acquirer to capture, refund or cancel this much of the payment with the reference {@code pay-1}. */
    MockReply instruct(String instruction, String payment, String key, long amount) {
        return instruct(instruction, payment, key, "pay-1", amount, "DKK");
    }

    MockReply instruct(String instruction, String payment, String key, String reference, long amount, String currency) {
        return psp.instruct(
                payment,
                key,
                "{\"reference\":\"%s\",\"amount\":%d,\"currency\":\"%s\"}".formatted(reference, amount, currency),
                "/mock/psp/payments/" + payment + "/" + instruction);
    }

    List<String> heardPaths() {
        return heard.stream().map(Heard::path).toList();
    }

    static JsonNode json(MockReply reply) {
        return MockJson.read(reply.text());
    }

    @Override
    public void close() {
        memory.close();
        service.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(new Heard(
                exchange.getRequestURI().getPath(),
                HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
                body));
        exchange.sendResponseHeaders(serviceAnswers, -1);
        exchange.close();
    }
}
