package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Reads the bodies of requests whole, up to a size and within a time, and only so many at once, so that callers who send
 * slowly do not take the threads of all.
 */
public final class Bodies {

    private static final int CHUNK = 8192;

    private final int limit;
    private final long patience;
    private final Semaphore places;
    private final LongSupplier nanos;

    /** Why a body was not read. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.summary());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /**
     * @param limit the largest body, in bytes
     * @param patience for a whole body
     * @param places how many bodies may be read at once
     * @param nanos real time that only goes forward, in nanoseconds
     */
    public Bodies(int limit, Duration patience, int places, LongSupplier nanos) {
        this.limit = limit;
        this.patience = patience.toNanos();
        this.places = new Semaphore(places);
        this.nanos = nanos;
    }

    /** Whether the request has a body, or may have one. */
    static boolean isThere(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || isChunked(request);
    }

    /**
     * The body of the request.
     *
     * @throws Refused if it is too large, broken, or comes too slowly, or too many others are being read
     */
    byte[] read(HttpServletRequest request) throws Refused {
        try {
            return isThere(request) ? readWhole(request) : new byte[0];
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Refused(isWaitOver(e) ? Refusal.TOO_SLOW : Refusal.MALFORMED);
        }
    }

    /** The server stops waiting for the next bytes; that they did not come need not be the caller's fault. */
    private static boolean isWaitOver(Exception e) {
        return e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
    }

    private byte[] readWhole(HttpServletRequest request) throws IOException {
        var length = request.getContentLengthLong();
        if (length > limit) {
            throw new Refused(Refusal.TOO_LARGE);
        }
        var body = request.getInputStream();
        if (!places.tryAcquire()) {
            throw new Refused(Refusal.BUSY);
        }
        try {
            return isChunked(request) ? readToTheEnd(body) : readExactly(body, (int) length);
        } finally {
            places.release();
        }
    }

    private byte[] readExactly(InputStream body, int length) throws IOException {
        var deadline = nanos.getAsLong() + patience;
        var bytes = new byte[length];
        for (int read = 0; read < length; ) {
            int n = body.read(bytes, read, Math.min(CHUNK, length - read));
            if (n < 0) {
                throw new Refused(Refusal.MALFORMED);
            }
            read += n;
            checkTime(deadline);
        }
        return bytes;
    }

    private byte[] readToTheEnd(InputStream body) throws IOException {
        var deadline = nanos.getAsLong() + patience;
        var bytes = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            bytes.write(chunk, 0, n);
            if (bytes.size() > limit) {
                throw new Refused(Refusal.TOO_LARGE);
            }
            checkTime(deadline);
        }
        return bytes.toByteArray();
    }

    private void checkTime(long deadline) throws Refused {
        if (nanos.getAsLong() - deadline > 0) {
            throw new Refused(Refusal.TOO_SLOW);
        }
    }

    private static boolean isChunked(HttpServletRequest request) {
        return request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
    }
}
