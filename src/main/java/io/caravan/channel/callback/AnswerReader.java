package io.caravan.channel.callback;

import io.caravan.core.callback.Attempt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Reads an answer up to its end or its limit, whichever comes first, and then says so. */
final class AnswerReader implements AsyncResponseConsumer<Void> {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Exchange exchange;
    private volatile HttpResponse response;
    private FutureCallback<Void> callback;

    AnswerReader(Exchange exchange) {
        this.exchange = exchange;
    }

    Optional<Integer> status() {
        return Optional.ofNullable(response).map(HttpResponse::getCode);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(response)
                .map(head -> head.getFirstHeader(name))
                .map(Header::getValue);
    }

    /** What was read, as text that every database takes. */
    synchronized String text() {
        return body.toString(StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    @Override
    public void consumeResponse(
            HttpResponse head, EntityDetails entity, HttpContext context, FutureCallback<Void> resultCallback) {
        response = head;
        callback = resultCallback;
        if (entity == null) {
            end();
        }
    }

    @Override
    public void consume(ByteBuffer source) {
        boolean full;
        synchronized (this) {
            int n = Math.min(source.remaining(), Attempt.ANSWER_LIMIT - body.size());
            var bytes = new byte[n];
            source.get(bytes);
            body.writeBytes(bytes);
            source.position(source.limit());
            full = body.size() == Attempt.ANSWER_LIMIT;
        }
        if (full) {
            exchange.answered();
            exchange.abort();
        }
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        end();
    }

    private void end() {
        callback.completed(null);
        exchange.answered();
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws java.io.IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public void informationResponse(HttpResponse interim, HttpContext context) {
        // nothing to do: what counts is the final answer
    }

    @Override
    public void failed(Exception cause) {
        // the exchange's own callback hears of it
    }

    @Override
    public void releaseResources() {
        // holds none
    }
}
