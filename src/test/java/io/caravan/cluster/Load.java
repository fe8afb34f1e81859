package io.caravan.cluster;

import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.WalletClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Merchants who create invoices, and payers who pay them at once; what fails is repeated under its key. */
final class Load {

    private static final int A_SECOND = 12;
    private static final int CALLERS = 8;

    private final String name;
    private final Function<String, URI> service;
    private final MerchantClient merchant;
    private final String wallet;
    private final ScheduledExecutorService callers = Executors.newScheduledThreadPool(CALLERS);
    private final List<Future<?>> begun = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private Future<?> ticking;
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final List<Http.Reply> failures = new CopyOnWriteArrayList<>();

    /** The name is the beginning of all invoice numbers. */
    Load(String name, Function<String, URI> service) {
        this.name = name;
        this.service = service;
        merchant = new MerchantClient(service);
        wallet = MerchantClient.token(service, "sandbox-wallet", "sandbox-wallet-secret");
    }

    /** So many invoices, one after the other at an even pace; comes back when the last has begun. */
    Load begin(int invoices) {
        for (int n = 0; n < invoices; n++) {
            int number = n;
            begun.add(callers.schedule(() -> one(number), n * 1000L / A_SECOND, TimeUnit.MILLISECONDS));
        }
        return this;
    }

    /** Goes on until it is waited for. */
    Load begin() {
        ticking = callers.scheduleAtFixedRate(
                () -> begun.add(callers.submit(() -> one(count.getAndIncrement()))),
                0,
                2000L / A_SECOND,
                TimeUnit.MILLISECONDS);
        return this;
    }

    /** Begins nothing more, and waits until all that began has ended. */
    Load await() throws Exception {
        if (ticking != null) {
            ticking.cancel(false);
        }
        for (var one : begun) {
            one.get(20, TimeUnit.MINUTES);
        }
        callers.shutdown();
        return this;
    }

    /** So many have been accepted. */
    void awaitAccepted(int count) {
        Awaitility.await().until(() -> accepted.size() >= count);
    }

    /** Ids of the invoices that were accepted, by their numbers. */
    Map<String, String> accepted() {
        return Map.copyOf(accepted);
    }

    /** All that was not answered with a 2xx. */
    List<Http.Reply> failures() {
        return List.copyOf(failures);
    }

    private void one(int n) {
        var number = name + "-" + n;
        var phone = "+4571" + String.format("%06d", Math.floorMod(name.hashCode(), 900) * 1000L + n % 1000);
        var created = untilDone(
                () -> merchant.post("/invoices", MerchantClient.body(phone, number), "Idempotency-Key", number));
        var id = created.json().get("InvoiceId").asText();
        accepted.put(number, id);
        untilDone(() -> pay(phone, id));
    }

    private Http.Reply pay(String phone, String id) {
        var reply = Http.send(
                "PUT",
                service.apply("/api/v1/consumers/me/invoices/" + id + "/accept"),
                "{}",
                "Authorization",
                "Bearer " + wallet,
                "AuthenticatedUser",
                WalletClient.idOf(phone),
                "Content-Type",
                "application/json");
        // It has been paid, or is being paid, by the request whose answer was lost.
        return reply.status() == 409 ? new Http.Reply(200, reply.headers(), reply.body()) : reply;
    }

    private Http.Reply untilDone(Supplier<Http.Reply> request) {
        var last = new Http.Reply[1];
        Awaitility.await(name)
                .pollDelay(0, TimeUnit.MILLISECONDS)
                .pollInterval(300, TimeUnit.MILLISECONDS)
                .until(() -> {
                    last[0] = request.get();
                    if (last[0].status() / 100 != 2) {
                        failures.add(last[0]);
                    }
                    return last[0].status() / 100 == 2;
                });
        return last[0];
    }
}
