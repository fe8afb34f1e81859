package io.caravan.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A closed load: each of some connections sends its next request as soon as it has its last answer. Any answer but the
 * expected one ends the benchmark: what fails fast must not look fast.
 */
final class Load {

    private static final int ACCEPTED = 202;

    private final int connections;
    private final InvoiceRequests requests;

    Load(int connections, InvoiceRequests requests) {
        this.connections = connections;
        this.requests = requests;
    }

    Round run(Jvm server, Duration time) throws Exception {
        var threads = Executors.newFixedThreadPool(connections);
        try {
            var serverCpu = server.cpuSeconds();
            var ownCpu = ownCpuSeconds();
            var start = System.nanoTime();
            var end = start + time.toNanos();
            List<Callable<long[]>> senders = new ArrayList<>();
            for (var i = 0; i < connections; i++) {
                senders.add(() -> send(end));
            }
            var nanos = new ArrayList<long[]>();
            for (var sender : threads.invokeAll(senders, time.toSeconds() + 60, TimeUnit.SECONDS)) {
                nanos.add(sender.get());
            }
            var seconds = (System.nanoTime() - start) / 1e9;
            return Round.of(
                    seconds,
                    nanos.stream().flatMapToLong(Arrays::stream).toArray(),
                    server.cpuSeconds() - serverCpu,
                    ownCpuSeconds() - ownCpu);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load on " + server.name() + " failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] send(long end) throws Exception {
        var nanos = new long[1024];
        var n = 0;
        try (var connection = new HttpConnection(requests.port())) {
            for (var sent = System.nanoTime(); sent < end; sent = System.nanoTime()) {
                var answer = connection.exchange(requests.next());
                if (n == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * n);
                }
                nanos[n++] = System.nanoTime() - sent;
                if (HttpConnection.status(answer) != ACCEPTED) {
                    throw new IllegalStateException(
                            answer.firstLine() + " " + new String(answer.body(), StandardCharsets.UTF_8));
                }
            }
        }
        return Arrays.copyOf(nanos, n);
    }

    private static double ownCpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
