package io.caravan.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Throws away what is left of a refused request's body, so that its caller hears the refusal and not a broken
 * connection. What does not come soon is not waited for, and then the connection is closed; the server by itself would
 * wait for as long as something comes.
 */
public final class UnreadBodies extends ValveBase {

    private static final int CHUNK = 65_536;

    private final long limit;
    private final long patience;
    private final Semaphore waiting;
    private final LongSupplier nanos;

    /**
     * @param limit the bytes that are thrown away at most
     * @param patience for a whole body
     * @param waiting how many bodies may be waited for at once
     */
    public UnreadBodies(long limit, Duration patience, int waiting, LongSupplier nanos) {
        super(true);
        this.limit = limit;
        this.patience = patience.toNanos();
        this.waiting = new Semaphore(waiting);
        this.nanos = nanos;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (!request.isAsync() && !isRead(request) && !isThrownAway(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private boolean isThrownAway(Request request) {
        try {
            return request.getContentLengthLong() <= limit && (throwAway(request, false) || wait(request));
        } catch (IOException | RuntimeException e) {
            return false; // what is broken once is broken again, and not always in a way that the server knows
        }
    }

    /** Whoever asked whether to send the body, and was refused, does not send it. */
    private boolean wait(Request request) throws IOException {
        if (request.getHeader("Expect") != null || !waiting.tryAcquire()) {
            return false;
        }
        try {
            return throwAway(request, true);
        } finally {
            waiting.release();
        }
    }

    /** Whether all was there; only {@code patiently} it is waited for. */
    private boolean throwAway(Request request, boolean patiently) throws IOException {
        var deadline = nanos.getAsLong() + patience;
        var body = request.getInputStream();
        var chunk = new byte[CHUNK];
        long read = 0;
        while (read <= limit && nanos.getAsLong() - deadline < 0 && (patiently || body.available() > 0)) {
            int n = body.read(chunk);
            if (n < 0) {
                return true;
            }
            read += n;
        }
        return isRead(request);
    }

    private static boolean isRead(Request request) {
        var read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }
}
