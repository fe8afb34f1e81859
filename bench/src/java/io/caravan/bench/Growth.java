package io.caravan.bench;

import io.caravan.support.ConsoleClient;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.WalletClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * What single requests and ticks of jobs cost while a thousand, a hundred thousand or millions of invoices are stored,
 * each with its event, notice and callback, and how much the service can take then. Single means one caller, one request
 * after the other: the time of a request, and no crowd.
 */
final class Growth {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final int WARM_UP = 200;
    private static final int MEASURED = 200;

    private final String path;
    private final int stored;
    private final Settings settings;
    private final Report report;

    Growth(String path, Settings settings, Report report) {
        this.path = path;
        this.stored = stored(path);
        this.settings = settings;
        this.report = report;
    }

    /** How many {@code growth-100k} and the like are. */
    static int stored(String path) {
        var text = path.substring(path.lastIndexOf('-') + 1);
        var number = Integer.parseInt(text.substring(0, text.length() - 1));
        return number * (text.endsWith("m") ? 1_000_000 : 1_000);
    }

    /** Fills the database between two starts, because a file of H2 has one process at a time. */
    void run(Path directory, Databases databases) throws Exception {
        try (var receiver = new Receiver()) {
            try (var service = Service.start(settings, directory, databases, arguments(receiver))) {
                service.sendCallbacksTo(receiver.address());
                create(service, "past", 3);
                receiver.await(3, PATIENCE);
                service.jvm().awaitQuiet(PATIENCE);
            }
            new Past(databases).add(stored, 0);
            try (var service = Service.start(settings, directory, databases, arguments(receiver))) {
                measure(service);
                jobs(service);
                new GrowthLoad(path, report, databases, service, receiver).run();
            }
        }
    }

    private static List<String> arguments(Receiver receiver) {
        var arguments = new ArrayList<>(receiver.asTheWorld());
        arguments.add("--caravan.callbacks.mobilepay.gather=100ms");
        return arguments;
    }

    private void measure(Service service) {
        var ids = create(service, "new", WARM_UP + MEASURED);
        var merchant = "Bearer " + MerchantClient.token(service::uri, Sandbox.CLIENT, Sandbox.CLIENT_SECRET);
        var wallet = "Bearer " + MerchantClient.token(service::uri, "sandbox-wallet", "sandbox-wallet-secret");
        var console = new ConsoleClient(service::managementUri).signedIn();
        var invoices = "/api/v1/merchants/" + Sandbox.MERCHANT + "/invoices/";
        time("get", i -> Http.get(service.uri(invoices + ids.get(i)), "Authorization", merchant));
        time("status", i -> Http.get(service.uri(invoices + ids.get(i) + "/status"), "Authorization", merchant));
        time("search by phone in the console", i -> console.get("search?q=%2B457" + (1_000_001 + i)));
        time(
                "newest callbacks, a page",
                i -> Http.get(
                        service.uri("/api/v1/callbacks?from=" + LONG_AGO.plusSeconds(i)), "Authorization", merchant));
        time(
                "reject by the payer",
                i -> Http.send(
                        "PUT",
                        service.uri("/api/v1/consumers/me/invoices/" + ids.get(i) + "/reject"),
                        "{}",
                        "Authorization",
                        wallet,
                        "AuthenticatedUser",
                        WalletClient.idOf(phone(i)),
                        "Content-Type",
                        "application/json"));
    }

    private List<String> create(Service service, String prefix, int count) {
        var merchant = new MerchantClient(service::uri);
        var ids = new ArrayList<String>();
        var millis = new ArrayList<Double>();
        for (var i = 0; i < count; i++) {
            var start = System.nanoTime();
            ids.add(merchant.invoice(phone(i), prefix + i));
            millis.add((System.nanoTime() - start) / 1e6);
        }
        if (count > WARM_UP) {
            add("create", millis);
        }
        return ids;
    }

    /** No two requests are the same: H2 would answer the second from the first. */
    private void time(String what, IntFunction<Http.Reply> request) {
        var millis = new ArrayList<Double>();
        for (var i = 0; i < WARM_UP + MEASURED; i++) {
            var start = System.nanoTime();
            var reply = request.apply(i);
            millis.add((System.nanoTime() - start) / 1e6);
            if (reply.status() / 100 != 2) {
                throw new IllegalStateException(what + " answered " + reply.status() + " " + reply.body());
            }
        }
        add(what, millis);
    }

    /** The second half; until then the service warms up. */
    private void add(String what, List<Double> millis) {
        var measured = millis.subList(WARM_UP, millis.size());
        report.add(Finding.of(path, what + ", p50", "ms", Pairs.median(measured)));
        Progress.of(
                what + " at " + path,
                MEASURED,
                MEASURED,
                String.format(Locale.ROOT, "%.1f ms", Pairs.median(measured)));
    }

    /** What a tick of each job has taken since the start, once each has ticked while the service was at rest. */
    private void jobs(Service service) throws InterruptedException {
        service.jvm().awaitQuiet(PATIENCE);
        var before = ticks(service);
        var end = System.nanoTime() + PATIENCE.toNanos();
        var after = before;
        while (!haveAllTicked(before, after)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not all jobs tick: " + after);
            }
            Thread.sleep(1_000);
            after = ticks(service);
        }
        after.forEach((job, tick) ->
                report.add(Finding.of(path, "a tick of " + job + " at rest", "ms", tick.millisSince(before.get(job)))));
    }

    private static boolean haveAllTicked(Map<String, Ticks> before, Map<String, Ticks> after) {
        return before.entrySet().stream()
                .allMatch(
                        job -> after.get(job.getKey()).count() > job.getValue().count());
    }

    private record Ticks(long count, long totalMillis) {

        double millisSince(Ticks before) {
            return (totalMillis - before.totalMillis) / (double) (count - before.count);
        }
    }

    /** Of each route that a trigger starts, as Camel counts them. */
    private static Map<String, Ticks> ticks(Service service) {
        var routes = Http.get(
                        service.managementUri("/actuator/jolokia/read/org.apache.camel:type=routes,*"
                                + "/RouteId,EndpointUri,ExchangesCompleted,TotalProcessingTime"),
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("ops:ops-sandbox".getBytes(StandardCharsets.US_ASCII)))
                .json()
                .get("value");
        var ticks = new TreeMap<String, Ticks>();
        routes.forEach(route -> {
            if (route.get("EndpointUri").asText().startsWith("quartz:")) {
                ticks.put(
                        route.get("RouteId").asText(),
                        new Ticks(
                                route.get("ExchangesCompleted").asLong(),
                                route.get("TotalProcessingTime").asLong()));
            }
        });
        if (ticks.isEmpty()) {
            throw new IllegalStateException("no job is known: " + routes);
        }
        return ticks;
    }

    private static String phone(int n) {
        return "+45" + (71_500_000 + n);
    }
}
