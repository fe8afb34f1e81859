package io.caravan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/** Counts the credentials that were no good, by the address that they came from, so that guessing takes for ever. */
public final class FailedCredentials {

    private final Throttle throttle;

    public FailedCredentials(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Notes a failure; if there were too many, how long to wait. */
    public Optional<Duration> note(HttpServletRequest request) {
        return throttle.take(Origins.of(request));
    }

    /** How long whoever comes from there has to wait, if there were too many failures. */
    Optional<Duration> wait(HttpServletRequest request) {
        return throttle.look(Origins.of(request));
    }
}
