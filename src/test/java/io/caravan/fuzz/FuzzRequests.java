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

    /** The Basic ones: a zero byte in the name, one in the password, no colon. */
    private static final List<String> VALUES = List.of(
            "Bearer a.b.c",
            "Bearer a.b.c",
            "10.0.0.1, application/json;q=0.5",
            "10.0.0.1, application/json;q=0.5",
            "Basic YQBiOmM=",
            "Basic YTpiAGM=",
            "Basic YWI=");

    private static final String CONSENTS = "/api/v1/directinvoiceconsents";

    private static final List<Seed> QUERIES = List.of(
            new Seed("/api/pre-transactions", "partnerId=1&correlationId=fuzz-1&$skip=0&$top=10"),
            new Seed("/api/transactions", "partnerId=1&referenceId=fuzz-1"),
            new Seed("/api/transactions/search/.*", "fromDate=2026-11-01T10:00"),
            new Seed("/api/billing/.*", "fromDate=2026-11-01&toDate=2026-11-21"),
            new Seed(CONSENTS, "invoiceIssuerId=efd08c19-24cf-4833-a4a4-bfa7bd58fbb2&state=granted&pagingState=a"),
            new Seed("/api/v1/callbacks", "state=dead&invoiceId=71b5f99a-0585-57a6-ac93-f2c0344bb67d"),
            new Seed(
                    "/api/v1/callbacks.*",
                    "cursor=AAAAAGr9hsAAAAAFcbX5mgWFV6ask_LANEu2fQ&from=2026-11-01&to=2026-11-21"),
            new Seed("(/api)?/payment-invoices", "filter[status]=process_pending&page[number]=1&page[size]=10"),
            new Seed("(/api)?/payment-invoices", "filter[reference_id]=fuzz-1&sort=-created"),
            new Seed("/order-management/.*", "orderId=fuzz-ref-0001"),
            new Seed("/(i|pay|hpp|pre-transactions)/.*", "lang=da&provider=card"),
            new Seed("/hpp|/redirect/hpp", "cpi=cpi_71b5f99a058557a6ac93f2c0344bb67d&id=1&lang=en"),
            new Seed("/s/.*", "api-version=2.0"));

    private record Seed(String request, String text) {}

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
        var path = prefix(endpoint) + endpoint.path(merchant, id());
        if (random.nextInt(3) == 0) {
            var query = one(QUERIES, endpoint.path());
            path += "?"
                    + encoded(random.nextBoolean() ? query : mutation.of(query))
                            .replace("%3D", "=")
                            .replace("%26", "&");
        }
        var headers = new ArrayList<String>();
        while (random.nextInt(3) == 0) {
            headers.add(HEADERS.get(random.nextInt(HEADERS.size())));
            headers.add(mutation.of(VALUES.get(random.nextInt(VALUES.size())))
                    .replaceAll("[^\\x20-\\x7e]", "?")
                    .strip());
        }
        return new FuzzRequest(endpoint.method(), endpoint.path(), path, headers, body(endpoint));
    }

    private String prefix(Endpoint endpoint) {
        var mayHaveOne = endpoint.path().matches("/(api/(?!v1/|callback/|payment-invoices)|pre-transactions/|s/).*");
        return mayHaveOne && random.nextBoolean() ? "/mobile-invoice" : "";
    }

    private String body(Endpoint endpoint) {
        if (endpoint.method().equals("GET")) {
            return "";
        }
        var body = one(seeds, endpoint.method() + " " + endpoint.path());
        return random.nextInt(8) == 0 ? body : mutation.of(body);
    }

    /** One that is meant for this request; any, if none is. */
    private String one(List<Seed> seeds, String request) {
        var some =
                seeds.stream().filter(seed -> request.matches(seed.request())).toList();
        var from = some.isEmpty() ? seeds : some;
        return from.get(random.nextInt(from.size())).text();
    }

    private String id() {
        return switch (random.nextInt(5)) {
            case 0 -> encoded(mutation.nasty());
            case 1 -> encoded(mutation.of("Fuzz 1: \u00c6+?#"));
            case 2 -> "fuzz-ref-0001";
            case 3 -> "23456789ABCD";
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
