package io.caravan.channel.callback;

import io.caravan.core.callback.CallbackUrls;
import io.caravan.core.problem.InvalidInput;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Judges URLs of endpoints by the rules under which callbacks are sent. */
final class GuardedUrls implements CallbackUrls {

    private static final long PATIENCE_SECONDS = 3;

    private final CheckedNames names;
    private final Set<Integer> ports;
    private final boolean loopback;
    private final Set<String> plainHosts;
    private final Executor resolving;

    GuardedUrls(CheckedNames names, Set<Integer> ports, boolean loopback, Set<String> plainHosts, Executor resolving) {
        this.names = names;
        this.ports = Set.copyOf(ports);
        this.loopback = loopback;
        this.plainHosts = Set.copyOf(plainHosts);
        this.resolving = resolving;
    }

    CallbackTarget target(String url) {
        return CallbackTarget.of(url, ports, loopback, plainHosts);
    }

    /** A host that cannot be resolved now is accepted: it is checked again whenever something is sent. */
    @Override
    public void check(String url) {
        try {
            var host = target(url).host();
            await(new FutureTask<>(() -> names.resolve(host)));
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("CallbackUrl", e.getMessage());
        } catch (ExecutionException e) {
            refuseForbidden(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Looks no longer than is waited for: callbacks that are sent want the same threads. */
    private void await(FutureTask<?> resolution) throws ExecutionException, InterruptedException {
        resolving.execute(resolution);
        try {
            resolution.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            resolution.cancel(true);
        }
    }

    private static void refuseForbidden(Throwable cause) {
        if (cause instanceof ForbiddenAddress) {
            throw InvalidInput.of("CallbackUrl", cause.getMessage());
        }
        if (!(cause instanceof UnknownHostException)) {
            throw InvalidInput.of("CallbackUrl", "The host cannot be read");
        }
    }
}
