package io.caravan.fuzz;

import io.caravan.support.Endpoint;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Requests that are nearly right, without an end. */
final class FuzzRequests {

    private static final List<String> HEADERS = List.of(
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "Forwarded",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Idempotency-Key",
            "CorrelationId",
            "X-Correlation-Id",
            "Cookie",
            "If-None-Match",
            "Range",
            "Prefer",
            "Authorization",
            "Merchant-Serial-Number",
            "Ocp-Apim-Subscription-Key",
            "webhook-timestamp",
            "webhook-signature",
            "Content-Type",
            "Content-Encoding",
            "Origin",
            "Referer");

    private static final List<String> QUERIES = List.of(
            "partnerId=1&referenceId=fuzz-1",
            "api-version=2.0",
            "limit=10&cursor=abc&status=dead",
            "filter[status]=process_pending&page[number]=1&page[size]=10&sort=-created",
            "from=2026-11-01&to=2026-11-21",
            "Status=Accepted&PageSize=10&PageNumber=1&ContinuationToken=eyJhIjoxfQ");

    private record Seed(String request, String body) {}

    private final Random random;
    private final Mutation mutation;
    private final List<Endpoint> endpoints;
    private final List<Seed> seeds;
    private final String merchant;

    FuzzRequests(Random random, String merchant) throws IOException {
        this.random = random;
        this.mutation = new Mutation(random);
        this.merchant = merchant;
        this.endpoints = Endpoint.all();
        this.seeds = Files.readAllLines(Path.of("src/test/resources/fuzz/seeds.txt")).stream()
                .map(line -> line.split("\t", 2))
                .map(cells -> new Seed(cells[0], cells[1].replace("\\n", "\n")))
                .toList();
    }

    FuzzRequest next() {
        var endpoint = endpoints.get(random.nextInt(endpoints.size()));
        var path = endpoint.path(merchant, id());
        if (random.nextInt(3) == 0) {
            var query = QUERIES.get(random.nextInt(QUERIES.size()));
            path += "?" + (random.nextBoolean() ? query : encoded(mutation.of(query)));
        }
        var headers = new ArrayList<String>();
        while (random.nextInt(3) == 0) {
            headers.add(HEADERS.get(random.nextInt(HEADERS.size())));
            headers.add(mutation.of(random.nextBoolean() ? "Bearer a.b.c" : "10.0.0.1, application/json;q=0.5")
                    .replaceAll("[^\\x20-\\x7e]", "?")
                    .strip());
        }
        return new FuzzRequest(endpoint.method(), endpoint.path(), path, headers, body(endpoint));
    }

    private String body(Endpoint endpoint) {
        if (endpoint.method().equals("GET")) {
            return "";
        }
        var request = endpoint.method() + " " + endpoint.path();
        var some =
                seeds.stream().filter(seed -> request.matches(seed.request())).toList();
        var seed = some.isEmpty() ? seeds.get(random.nextInt(seeds.size())) : some.get(random.nextInt(some.size()));
        return random.nextInt(8) == 0 ? seed.body() : mutation.of(seed.body());
    }

    private String id() {
        return switch (random.nextInt(4)) {
            case 0 -> encoded(mutation.nasty());
            case 1 -> "fuzz-ref-0001";
            case 2 -> "23456789ABCD";
            default -> new UUID(random.nextLong(), random.nextLong()).toString();
        };
    }

    private static String encoded(String text) {
        var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return encoded.isEmpty()
                ? "-"
                : encoded.substring(0, Math.min(400, encoded.length())).replaceAll("%.?$", "");
    }
}
