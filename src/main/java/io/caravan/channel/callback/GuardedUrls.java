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
    private final Executor resolving;

    GuardedUrls(CheckedNames names, Set<Integer> ports, boolean loopback, Executor resolving) {
        this.names = names;
        this.ports = Set.copyOf(ports);
        this.loopback = loopback;
        this.resolving = resolving;
    }

    CallbackTarget target(String url) {
        return CallbackTarget.of(url, ports, loopback);
    }

    /** A host that cannot be resolved now is accepted: it is checked again whenever something is sent. */
    @Override
    public void check(String url) {
        try {
            var host = target(url).host();
            var resolution = new FutureTask<>(() -> names.resolve(host));
            resolving.execute(resolution);
            resolution.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("CallbackUrl", e.getMessage());
        } catch (ExecutionException e) {
            refuseForbidden(e.getCause());
        } catch (TimeoutException e) {
            // cannot be resolved now
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
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
