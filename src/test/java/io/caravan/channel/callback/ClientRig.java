package io.caravan.channel.callback;

import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.CallbackRequest;
import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.Destination;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Lease;
import io.caravan.core.callback.Posting;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** A client of callbacks and the servers of merchants that it meets, for one test. */
final class ClientRig {

    static final String SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LWNhbGxiYWNrLXNlY3JldC1kaw==";
    static final String OTHER_SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LWNhbGxiYWNrLXNlY3JldC1maQ==";
    static final String CREDENTIAL = "Basic c2FuZGJveA==";
    static final String BODY = "[{\"InvoiceId\":\"\u00e9\"}]";
    static final String OK = "HTTP/1.1 200 OK\nContent-Length: 2\n\nok";

    /** For a whole exchange. */
    static final Duration DEADLINE = Duration.ofSeconds(2);

    CheckedNames.Lookup lookup = InetAddress::getAllByName;
    SSLContext tls;

    /** One of the sandbox, which may reach this machine. */
    final CallbackClient client;

    private final Duration deadline;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    ClientRig() throws Exception {
        this(DEADLINE);
    }

    ClientRig(Duration deadline) throws Exception {
        this.deadline = deadline;
        tls = SSLContext.getDefault();
        client = client(true, Set.of());
    }

    CallbackClient client(boolean loopback, Set<Integer> ports) {
        return client(loopback, ports, deadline);
    }

    CallbackClient client(boolean loopback, Set<Integer> ports, Duration deadline) {
        return open(new CallbackClient(
                new GuardSettings(
                        List.of(),
                        ports,
                        loopback,
                        Set.of(),
                        1000,
                        deadline.dividedBy(2),
                        deadline,
                        host -> lookup.resolve(host),
                        tls),
                Clock.systemUTC()));
    }

    RawServer server(RawServer.Manners manners) throws IOException {
        return open(new RawServer(manners));
    }

    <T extends AutoCloseable> T open(T thing) {
        open.add(thing);
        return thing;
    }

    Attempt post(String url) throws Exception {
        return post(url, MerchantId.random());
    }

    Attempt post(String url, MerchantId merchant) throws Exception {
        return post(client, url, merchant);
    }

    static Attempt post(CallbackClient client, String url, MerchantId merchant) throws Exception {
        return client.post(posting(url, merchant)).toCompletableFuture().get(10, TimeUnit.MINUTES);
    }

    static Posting posting(String url, MerchantId merchant) {
        return posting(
                merchant,
                Optional.of(CallbackRequest.post(
                        destination(url), "application/json", BODY.getBytes(StandardCharsets.UTF_8))));
    }

    static Posting posting(MerchantId merchant, Optional<CallbackRequest> request) {
        return new Posting(
                DeliveryId.next(),
                new Lease(EndpointId.next(), 1, false),
                merchant,
                Dialect.MOBILEPAY,
                1,
                Instant.now(),
                Instant.now(),
                request);
    }

    static Destination destination(String url) {
        return new Destination(
                url, Optional.of(CREDENTIAL), List.of(new CallbackSecret(SECRET), new CallbackSecret(OTHER_SECRET)));
    }

    /** Blocks until the test is over. */
    void neverComesBack() throws InterruptedException {
        over.await();
    }

    /** The first text at once, the rest a byte every 300 ms until the test is over. */
    void drip(OutputStream out, String head, String rest) throws IOException, InterruptedException {
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        for (byte b : rest.getBytes(StandardCharsets.US_ASCII)) {
            out.write(b);
            out.flush();
            if (over.await(300, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    static Map<String, String> headers(String request) {
        return request.substring(0, request.indexOf("\r\n\r\n"))
                .lines()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(header -> header[0].toLowerCase(Locale.ROOT), header -> header[1]));
    }

    void close() throws Exception {
        over.countDown();
        for (var one : open) {
            one.close();
        }
    }
}
