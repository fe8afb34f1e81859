package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** Names of callers that no database is asked for. */
class CallerNamesTests {

    @Test
    void anAccountWithAZeroInItsNameIsNotLookedFor() {
        var asked = new ArrayList<String>();
        var callers = new AccountCallers((account, key) -> {
            asked.add(account);
            return Optional.empty();
        });

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> callers.authenticate(new UsernamePasswordAuthenticationToken("coma_a\0", "key")));
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> callers.authenticate(new UsernamePasswordAuthenticationToken("coma_b", "key")));
        assertThat(asked).containsExactly("coma_b");
    }

    @Test
    void aClientWithAZeroInItsNameIsNotLookedFor() {
        var asked = new ArrayList<String>();
        var clients = new TokenClients(id -> {
            asked.add(id);
            return Optional.empty();
        });

        assertThat(clients.findByClientId("shop\0")).isNull();
        assertThat(clients.findByClientId("shop")).isNull();
        assertThat(asked).containsExactly("shop");
    }
}
