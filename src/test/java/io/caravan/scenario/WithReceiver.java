package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.SalesUnitClient;
import io.caravan.support.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sales unit and the program that hears for it. */
abstract class WithReceiver {

    static final String PATH = "/webhooks/v1/webhooks";
    final Sandbox sandbox = Sandbox.running();
    final SalesUnitClient unit = new SalesUnitClient(sandbox::uri, "no");
    final List<Call> calls = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    record Call(Map<String, String> headers, byte[] body) {

        /** A webhook comes at least once, and each time with the same id and the same bytes. */
        boolean repeats(Call other) {
            return headers.get("webhook-id").equals(other.headers.get("webhook-id")) && Arrays.equals(body, other.body);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        receiver.createContext("/", this::take);
        receiver.start();
    }

    @AfterEach
    void stop() {
        unit.get(PATH)
                .json()
                .get("webhooks")
                .forEach(webhook ->
                        unit.send("DELETE", PATH + "/" + webhook.get("id").asText(), ""));
        receiver.stop(0);
    }

    Http.Reply register(URI url, String... events) {
        var reply = unit.send(
                "POST", PATH, "{\"url\":\"%s\",\"events\":[\"%s\"]}".formatted(url, String.join("\",\"", events)));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + path);
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        headers.put("path", exchange.getRequestURI().getPath());
        var call = new Call(headers, exchange.getRequestBody().readAllBytes());
        boolean redirect = exchange.getRequestURI().getPath().equals("/redirect");
        if (redirect || calls.stream().noneMatch(call::repeats)) {
            calls.add(call);
        }
        exchange.getResponseHeaders().add("Location", uri("/elsewhere").toString());
        exchange.sendResponseHeaders(redirect ? 302 : 200, -1);
        exchange.close();
    }

    /** Has a test sent to all endpoints of the merchant. */
    void test() {
        var reply = callbackApi("POST", "/test");
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    }

    Http.Reply callbackApi(String method, String path) {
        return Http.send(
                method,
                sandbox.uri("/api/v1/callbacks" + path),
                "",
                "Authorization",
                "Bearer " + MerchantClient.token(sandbox::uri, "sandbox-no", "sandbox-no-secret"));
    }
}
