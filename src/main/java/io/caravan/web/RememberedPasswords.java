package io.caravan.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.caravan.core.access.SecretHash;
import java.time.Duration;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A slow hash that is computed once a minute for each right password, not for each of the console's many requests. Wrong
 * passwords are slow every time.
 */
public final class RememberedPasswords implements PasswordEncoder {

    private final PasswordEncoder slow;
    private final String salt = UUID.randomUUID().toString();
    private final Cache<String, Boolean> right = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(100)
            .build();

    public RememberedPasswords(PasswordEncoder slow) {
        this.slow = slow;
    }

    @Override
    public String encode(CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        var key = SecretHash.of(salt + hash + password);
        if (right.getIfPresent(key) != null) {
            return true;
        }
        var matches = slow.matches(password, hash);
        if (matches) {
            right.put(key, true);
        }
        return matches;
    }
}
