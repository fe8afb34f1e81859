package io.caravan.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests over HTTP, as a client program would send them. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(1))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Http() {}

    /** What came back. */
    public record Reply(int status, HttpHeaders headers, String body) {

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(body, e);
            }
        }
    }

    /** Sends the request; {@code headers} alternate between name and value. */
    public static Reply send(String method, URI uri, String body, String... headers) {
        return send(Patience.SOON, method, uri, body, headers);
    }

    private static Reply send(Duration atMost, String method, URI uri, String body, String... headers) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(atMost)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static Reply get(URI uri, String... headers) {
        return send("GET", uri, "", headers);
    }

    /** Whether the address answers 200, within ten seconds; a refused connection is a no. */
    public static boolean isOk(URI uri) {
        try {
            return send(Duration.ofSeconds(10), "GET", uri, "").status() == 200;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
