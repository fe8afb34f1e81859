package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.support.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class CheckedTokensTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger checks = new AtomicInteger();
    private final CheckedTokens tokens = new CheckedTokens(this::check, clock, nanos::get);

    @Test
    void theSignatureOfATokenThatComesAgainIsNotCheckedAgain() {
        var first = tokens.decode("good");

        assertThat(tokens.decode("good")).isSameAs(first);
        assertThat(checks).hasValue(1);
    }

    @Test
    void anotherTokenIsCheckedForItself() {
        tokens.decode("good");
        tokens.decode("better");

        assertThat(checks).hasValue(2);
    }

    @Test
    void aKeyThatWasWithdrawnProvesNothingAfterTenSeconds() {
        tokens.decode("good");
        nanos.addAndGet(CheckedTokens.LIFE.toNanos());
        tokens.decode("good");

        assertThat(checks).hasValue(2);
    }

    @Test
    void anExpiredTokenIsNotLetInFromMemory() {
        tokens.decode("good");
        clock.advance(Duration.ofHours(1));
        tokens.decode("good");

        assertThat(checks).hasValue(2);
    }

    @Test
    void aBadTokenIsRefusedEachTime() {
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);

        assertThat(checks).hasValue(2);
    }

    private Jwt check(String token) {
        checks.incrementAndGet();
        if (token.equals("bad")) {
            throw new BadJwtException("bad");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("shop")
                .expiresAt(NOW.plus(Duration.ofHours(1)))
                .build();
    }
}
