package io.caravan.mock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** The wallet app on a phone, which tells the service what its payer decided. */
public final class WalletApp {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final String service;
    private final String credential;
    private final Clock clock;
    private String token = "";
    private Instant tokenEnds = Instant.MIN;

    /** Speaks to the service at this address, with the wallet's client id and secret. */
    public WalletApp(String service, String client, String secret, Clock clock) {
        this.service = service;
        this.credential = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes());
        this.clock = clock;
    }

    /** Gives the payer's answer to an invoice, or to the question for a consent. */
    MockReply answer(String phone, String item, String action, String body) {
        return switch (action) {
            case "grant", "deny" ->
                put(
                        phone,
                        "directinvoiceconsent/" + item,
                        MockJson.write(Map.of("isConsentGranted", action.equals("grant"))));
            case "reject" -> put(phone, item + "/reject", body);
            case "approve" -> payment(phone, item + "/approve", body);
            default -> put(phone, item + "/accept", body);
        };
    }

    /** Gives the payer's answer to a payment, or opens the page of one. */
    MockReply payment(String phone, String path, String body) {
        return call(phone, "payments/" + path, body);
    }

    private MockReply put(String phone, String path, String body) {
        return call(phone, "invoices/" + path, body);
    }

    private MockReply call(String phone, String path, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(service + "/api/v1/consumers/me/" + path))
                    .timeout(Duration.ofSeconds(15))
                    .header("Authorization", "Bearer " + token())
                    .header("AuthenticatedUser", payer(phone))
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(body == null || body.isBlank() ? "{}" : body))
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return MockReply.json(response.statusCode(), response.body());
        } catch (IOException e) {
            return MockReply.problem(502, "The service cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return MockReply.problem(503, "Interrupted");
        }
    }

    /** The payer's id as the service knows it. */
    static String payer(String phone) {
        var digits = phone.replace("+", "");
        return "00000000-0000-4000-9000-" + "0".repeat(Math.max(0, 12 - digits.length())) + digits;
    }

    private synchronized String token() throws IOException, InterruptedException {
        if (clock.instant().isAfter(tokenEnds)) {
            var request = HttpRequest.newBuilder(URI.create(service + "/oauth2/token"))
                    .timeout(Duration.ofSeconds(10))
                    .header("Authorization", "Basic " + credential)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("no token: " + response.statusCode());
            }
            var answer = MockJson.read(response.body());
            token = answer.path("access_token").asText();
            tokenEnds = clock.instant().plusSeconds(answer.path("expires_in").asLong() - 60);
        }
        return token;
    }
}
