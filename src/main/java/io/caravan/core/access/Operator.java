package io.caravan.core.access;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Who runs the service.
 *
 * @param name 1 to 64 letters, digits, dots, hyphens, underscores and at signs
 * @param passwordHash as bcrypt writes it
 */
public record Operator(String name, String passwordHash, Role role, boolean enabled) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    public Operator {
        Objects.requireNonNull(passwordHash);
        Objects.requireNonNull(role);
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name of an operator");
        }
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return role.text() + " " + name;
    }
}
