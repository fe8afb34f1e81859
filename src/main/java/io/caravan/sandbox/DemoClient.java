package io.caravan.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A small HTTP client for one base address. */
public final class DemoClient {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final String base;

    public DemoClient(String base) {
        this.base = base;
    }

    record Reply(int status, String body) {}

    String address(String path) {
        return base + path;
    }

    Reply get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    /** Posts JSON; {@code headers} alternate between name and value. */
    Reply post(String path, String body, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    String token(String client, String secret) throws IOException {
        var credential = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var reply = send(HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                .header("Authorization", "Basic " + credential)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        if (reply.status() != 200) {
            throw new IllegalStateException("no token: " + reply.status());
        }
        return new ObjectMapper().readTree(reply.body()).get("access_token").asText();
    }

    private Reply send(HttpRequest.Builder request) throws IOException {
        try {
            var response =
                    http.send(request.timeout(Duration.ofSeconds(15)).build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
