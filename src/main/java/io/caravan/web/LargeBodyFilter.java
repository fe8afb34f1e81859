package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets large bodies in only as long as all of them together fit into some room: what is made of a body takes several
 * times its size of memory. The others wait in line, still unread, and are told to come again when the line is long or
 * moves too slowly.
 */
public final class LargeBodyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Duration COME_AGAIN = Duration.ofSeconds(4);

    private final transient Doors doors;
    private final Room room;
    private final transient Semaphore free;

    /**
     * The room.
     *
     * @param smallest bytes of a body that counts as large; smaller ones pass
     * @param largest bytes of a body that is read at all; larger ones pass, as others refuse them
     * @param bytes of all large bodies together, at least {@code largest}
     * @param line how many may wait
     * @param patience how long one may wait
     */
    public record Room(int smallest, int largest, int bytes, int line, Duration patience)
            implements java.io.Serializable {

        public Room {
            if (bytes < largest) {
                throw new IllegalArgumentException("The largest body does not fit into the room");
            }
        }
    }

    public LargeBodyFilter(Doors doors, Room room) {
        this.doors = doors;
        this.room = room;
        this.free = new Semaphore(room.bytes(), true);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long told = request.getContentLengthLong();
        boolean untold = told < 0 && request.getHeader("Transfer-Encoding") != null;
        int size = untold ? room.largest() : (int) Math.min(told, Integer.MAX_VALUE);
        if (size < room.smallest() || size > room.largest()) {
            chain.doFilter(request, response);
        } else if (enter(size)) {
            try {
                chain.doFilter(request, response);
            } finally {
                free.release(size);
            }
        } else {
            doors.refuse(request, response, Refusal.BUSY, COME_AGAIN);
        }
    }

    private boolean enter(int size) {
        try {
            return free.getQueueLength() < room.line()
                    && free.tryAcquire(size, room.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
