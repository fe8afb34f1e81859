package io.caravan.web;

import io.caravan.core.access.Operator;
import io.caravan.core.access.Role;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * Who may use the management port: those whom the settings name, and those in the database. Of two with one name that of
 * the settings is asked, so that there is a way in when the database is gone.
 */
public final class OperatorAccounts {

    /** Who may act, and not only look. */
    public static final String ACTS = "OPS";

    private static final String LOOKS = "VIEWER";

    private final Map<String, String> named;
    private final Function<String, Optional<Operator>> stored;

    /** @param named names, and hashes of passwords; a name with an empty hash is nobody's */
    public OperatorAccounts(Map<String, String> named, Function<String, Optional<Operator>> stored) {
        this.named = Map.copyOf(named);
        this.stored = stored;
    }

    /** Whose password may be checked; @throws UsernameNotFoundException if nobody is called so. */
    public UserDetails find(String name) {
        var hash = named.getOrDefault(name, "");
        if (!hash.isEmpty()) {
            return User.withUsername(name).password(hash).roles(ACTS, LOOKS).build();
        }
        return Optional.of(name)
                .filter(Operator::isName)
                .flatMap(stored)
                .map(OperatorAccounts::account)
                .orElseThrow(() -> new UsernameNotFoundException("No such operator"));
    }

    /** Whether who has signed in may look now: who is disabled meanwhile may not. */
    public boolean mayLook(Authentication who) {
        return has(who, LOOKS);
    }

    /** Whether who has signed in may act now. */
    public boolean mayAct(Authentication who) {
        return has(who, ACTS);
    }

    private boolean has(Authentication who, String role) {
        if (who instanceof AnonymousAuthenticationToken || !who.isAuthenticated()) {
            return false;
        }
        try {
            var now = find(who.getName());
            return now.isEnabled()
                    && now.getAuthorities().stream()
                            .anyMatch(known -> known.getAuthority().equals("ROLE_" + role));
        } catch (UsernameNotFoundException e) {
            return false;
        }
    }

    private static UserDetails account(Operator operator) {
        return User.withUsername(operator.name())
                .password(operator.passwordHash())
                .roles(roles(operator.role()))
                .build();
    }

    private static String[] roles(Role role) {
        return switch (role) {
            case VIEWER -> new String[] {LOOKS};
            case OPERATOR -> new String[] {ACTS, LOOKS};
        };
    }
}
