package io.caravan.mock;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A payer who opens a link of the service, fills the form in, and finds what was asked for in the app. */
public final class MockBrowser {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final String service;
    private final MockWallet wallet;
    private final Clock clock;

    /** Opens pages of the service at this address only, whatever host a link names. */
    public MockBrowser(String service, MockWallet wallet, Clock clock) {
        this.service = service;
        this.wallet = wallet;
        this.clock = clock;
    }

    /** Opens {@code {"url"}} as the owner of this phone, and answers when the item has come to the phone. */
    public MockReply open(String msisdn, String body) {
        var phone = msisdn.trim().startsWith("+") ? msisdn.trim() : "+" + msisdn.trim();
        try {
            return open(phone, URI.create(MockJson.read(body).path("url").asText()));
        } catch (IllegalArgumentException e) {
            return MockReply.problem(400, "url is not an address");
        } catch (IOException e) {
            return MockReply.problem(502, "The service cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return MockReply.problem(503, "Interrupted");
        }
    }

    private MockReply open(String phone, URI link) throws IOException, InterruptedException {
        var path = Objects.requireNonNullElse(link.getRawPath(), "");
        if (path.startsWith("/pay/") || link.toString().contains("token=")) {
            return wallet.open(phone, link.toString());
        }
        if (!path.startsWith("/i/")) {
            return MockReply.problem(400, "url is not a link to a page of the service");
        }
        var page = URI.create(service + link.getRawPath());
        var opened = send(HttpRequest.newBuilder(page).GET());
        if (opened.statusCode() != 200) {
            return MockReply.problem(404, "The link leads to " + opened.statusCode());
        }
        var fields = hidden(opened.body());
        if (!fields.containsKey("seal")) {
            return MockReply.problem(409, "There is nothing to pay on this page");
        }
        fields.putAll(Map.of("whose", "other", "phone", phone, "when", "now"));
        var began = clock.instant();
        var sent = send(HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
        return sent.statusCode() == 303
                ? arrival(phone, began)
                : MockReply.problem(409, "The page answered " + sent.statusCode());
    }

    private MockReply arrival(String phone, Instant began) throws InterruptedException {
        var item = wallet.arrived(phone, began);
        while (item.isEmpty() && clock.instant().isBefore(began.plus(PATIENCE))) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            item = wallet.arrived(phone, began);
        }
        return item.map(id -> MockReply.json(200, MockJson.write(Map.of("id", id, "status", "open"))))
                .orElseGet(() -> MockReply.problem(404, "Nothing has come to this phone"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> hidden(String html) {
        return HIDDEN.matcher(html)
                .results()
                .collect(Collectors.toMap(
                        match -> match.group(1), match -> match.group(2), (one, two) -> two, HashMap::new));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
