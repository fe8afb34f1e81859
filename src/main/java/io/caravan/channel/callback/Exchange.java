package io.caravan.channel.callback;

import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.Posting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.hc.core5.concurrent.FutureCallback;

/** One request under way and what is known of its answer. It ends once; what happens later changes nothing. */
final class Exchange implements FutureCallback<Void> {

    /** Where an exchange is found in its HTTP context. */
    static final String ATTRIBUTE = "caravan.exchange";

    private final Posting posting;
    private final Clock realTime;
    private final CompletableFuture<Attempt> result;
    private final Instant began;
    private final long beganNanos = System.nanoTime();
    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
    private final AnswerReader answer = new AnswerReader(this);

    Exchange(Posting posting, Clock realTime, CompletableFuture<Attempt> result) {
        this.posting = posting;
        this.realTime = realTime;
        this.result = result;
        this.began = realTime.instant();
    }

    Posting posting() {
        return posting;
    }

    CompletableFuture<Attempt> result() {
        return result;
    }

    /** What cancels this exchange while it has no connection. */
    void runs(Future<Void> request) {
        cancelled.whenComplete((nothing, e) -> request.cancel(true));
    }

    /** What closes this exchange's connection. Answers whether there is still reason to send. */
    boolean connected(Runnable close) {
        cancelled.whenComplete((nothing, e) -> close.run());
        return !result.isDone();
    }

    /** Closes the connection without reading on. */
    void abort() {
        cancelled.complete(null);
    }

    AnswerReader answer() {
        return answer;
    }

    /** As much of the answer is read as is wanted. */
    void answered() {
        end(Optional.empty());
    }

    void fail(String error) {
        end(Optional.of(error));
    }

    void timeOut() {
        fail(Failures.INCOMPLETE);
        abort();
    }

    @Override
    public void completed(Void nothing) {
        // the reader has said so before
    }

    @Override
    public void failed(Exception cause) {
        fail(Failures.text(cause));
    }

    @Override
    public void cancelled() {
        fail("The exchange was cancelled");
    }

    private void end(Optional<String> error) {
        result.complete(new Attempt(
                posting,
                began,
                Duration.ofNanos(System.nanoTime() - beganNanos),
                answer.status(),
                error,
                answer.text(),
                retryAfter()));
    }

    /** Seconds or a date, of a 429 or 503. */
    private Optional<Duration> retryAfter() {
        return answer.status()
                .filter(status -> status == 429 || status == 503)
                .flatMap(status -> answer.header("Retry-After"))
                .flatMap(this::duration)
                .filter(wait -> !wait.isNegative());
    }

    private Optional<Duration> duration(String text) {
        try {
            return Optional.of(
                    text.matches("[0-9]{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(
                                    realTime.instant(),
                                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                            .toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
