package io.caravan.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads HTTP/1.1 messages from one connection, requests or answers, with as little work as possible. */
final class HttpReader {

    private static final int LONGEST_BODY = 32 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[32 * 1024];
    private int position;
    private int limit;

    HttpReader(InputStream in) {
        this.in = in;
    }

    /** A message: its first line and its body. {@code last}: the peer closes the connection after it. */
    record Message(String firstLine, byte[] body, boolean last) {}

    /** The next message, or nothing when the peer has closed the connection between two messages. */
    Optional<Message> next() throws IOException {
        if (position == limit && !fill()) {
            return Optional.empty();
        }
        var firstLine = line();
        var length = 0;
        var chunked = false;
        var last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var colon = header.indexOf(':');
            var value = header.substring(colon + 1).trim();
            switch (header.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        return Optional.of(new Message(firstLine, chunked ? chunks() : bytes(length), last));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var length = chunkLength(); length > 0; length = chunkLength()) {
            body.write(bytes(length));
            line();
            if (body.size() > LONGEST_BODY) {
                throw new IOException("A body is too long");
            }
        }
        while (!line().isEmpty()) {
            continue;
        }
        return body.toByteArray();
    }

    private int chunkLength() throws IOException {
        return Integer.parseInt(line().split(";")[0].trim(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        if (length > LONGEST_BODY) {
            throw new IOException("A body is too long");
        }
        var bytes = new byte[length];
        for (var done = 0; done < length; ) {
            if (position == limit && !fill()) {
                throw new EOFException("The connection ended within a body");
            }
            var n = Math.min(length - done, limit - position);
            System.arraycopy(buffer, position, bytes, done, n);
            position += n;
            done += n;
        }
        return bytes;
    }

    /** A line without its end. Lines of HTTP heads are short; one longer than the buffer is an error. */
    private String line() throws IOException {
        var start = position;
        for (var at = position; ; at++) {
            if (at == limit) {
                var read = at - start;
                System.arraycopy(buffer, start, buffer, 0, read);
                start = 0;
                at = read;
                position = 0;
                limit = read;
                if (limit == buffer.length || !fill()) {
                    throw new EOFException("The connection ended within a head");
                }
            }
            if (buffer[at] == '\n') {
                position = at + 1;
                var end = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
                return new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
            }
        }
    }

    /** Adds what has arrived behind what has not been read yet. */
    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = 0;
        }
        var n = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(n, 0);
        return n > 0;
    }
}
