package io.caravan.core.setup;

import io.caravan.core.access.Role;
import java.util.Optional;

/** Who may use the management port; a new one gets a password without one, and acts if nothing is said of a role. */
public record OperatorTerms(String name, Optional<Role> role, Optional<Boolean> enabled, Optional<String> password) {

    /** Without what is secret. */
    @Override
    public String toString() {
        return "operator " + name;
    }
}
