package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class GuardedPasswordsTests {

    private final AtomicLong nanos = new AtomicLong();
    private final GuardedPasswords passwords =
            new GuardedPasswords(new OnePassword(), new Throttle(3, Duration.ofMinutes(1), 3, nanos::get));

    @Test
    void afterTooManyWrongPasswordsNotEvenTheRightOneIsLookedAtFromThere() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> passwords.authenticate(given("wrong", "192.0.2.1")))
                    .isInstanceOf(BadCredentialsException.class);
        }

        assertThatThrownBy(() -> passwords.authenticate(given("right", "192.0.2.1")))
                .isInstanceOf(LockedException.class);
        assertThat(passwords.authenticate(given("right", "192.0.2.2"))).isNotNull();
    }

    @Test
    void afterAWhileItIsLookedAtAgain() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> passwords.authenticate(given("wrong", "192.0.2.1")))
                    .isInstanceOf(BadCredentialsException.class);
        }

        nanos.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(passwords.authenticate(given("right", "192.0.2.1"))).isNotNull();
    }

    @Test
    void rightPasswordsAreNotCounted() {
        for (int i = 0; i < 10; i++) {
            assertThat(passwords.authenticate(given("right", "192.0.2.1"))).isNotNull();
        }
    }

    private static Authentication given(String password, String address) {
        var given = UsernamePasswordAuthenticationToken.unauthenticated("ops", password);
        given.setDetails(new WebAuthenticationDetails(address, null));
        return given;
    }

    private static final class OnePassword implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication given) {
            if (!"right".equals(given.getCredentials())) {
                throw new BadCredentialsException("wrong");
            }
            return given;
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return true;
        }
    }
}
