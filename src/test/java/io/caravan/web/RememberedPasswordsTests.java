package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberedPasswordsTests {

    private final AtomicInteger slowly = new AtomicInteger();
    private final RememberedPasswords passwords = new RememberedPasswords(new PasswordEncoder() {
        @Override
        public String encode(CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            slowly.incrementAndGet();
            return encode(password).equals(hash);
        }
    });

    @Test
    void aRightPasswordIsHashedOnce() {
        for (int i = 0; i < 10; i++) {
            assertThat(passwords.matches("right", "hash of right")).isTrue();
        }

        assertThat(slowly).hasValue(1);
    }

    @Test
    void aWrongPasswordIsHashedEachTime() {
        for (int i = 0; i < 10; i++) {
            assertThat(passwords.matches("wrong", "hash of right")).isFalse();
        }

        assertThat(slowly).hasValue(10);
    }

    @Test
    void aRightPasswordOfOneIsNotThatOfAnother() {
        assertThat(passwords.matches("right", "hash of right")).isTrue();

        assertThat(passwords.matches("right", "hash of other")).isFalse();
    }
}
