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
        return account(name);
    }

    private OperatorAccount account(String name) {
        var hash = named.getOrDefault(name, "");
        if (!hash.isEmpty()) {
            return account(name, hash, ACTS, LOOKS);
        }
        return Optional.of(name)
                .filter(Operator::isName)
                .flatMap(stored)
                .map(operator -> account(operator.name(), operator.passwordHash(), roles(operator.role())))
                .orElseThrow(() -> new UsernameNotFoundException("No such operator"));
    }

    /** Whether who has signed in may look now: who is disabled meanwhile, or has got another password, may not. */
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
            var now = account(who.getName());
            return who.getPrincipal() instanceof OperatorAccount then
                    && then.hasPasswordOf(now)
                    && now.getAuthorities().stream()
                            .anyMatch(known -> known.getAuthority().equals("ROLE_" + role));
        } catch (UsernameNotFoundException e) {
            return false;
        }
    }

    private static OperatorAccount account(String name, String hash, String... roles) {
        return new OperatorAccount(
                User.withUsername(name).password(hash).roles(roles).build());
    }

    private static String[] roles(Role role) {
        return switch (role) {
            case VIEWER -> new String[] {LOOKS};
            case OPERATOR -> new String[] {ACTS, LOOKS};
        };
    }
}
