package io.caravan.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks the signature of a token that comes with each of many requests once every ten seconds: as soon as keys are read
 * again. A token that has expired is always checked in full. Bad tokens are not remembered.
 */
public final class CheckedTokens implements JwtDecoder {

    static final Duration LIFE = Duration.ofSeconds(10);

    private static final int LARGEST = 10_000;

    private final JwtDecoder decoder;
    private final Clock realTime;
    private final Cache<String, Jwt> checked;

    public CheckedTokens(JwtDecoder decoder, Clock realTime, Ticker ticker) {
        this.decoder = decoder;
        this.realTime = realTime;
        this.checked = Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .maximumSize(LARGEST)
                .ticker(ticker)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        var known = checked.getIfPresent(token);
        if (known != null && isAlive(known)) {
            return known;
        }
        var jwt = decoder.decode(token);
        checked.put(token, jwt);
        return jwt;
    }

    private boolean isAlive(Jwt jwt) {
        return jwt.getExpiresAt() != null && realTime.instant().isBefore(jwt.getExpiresAt());
    }
}
