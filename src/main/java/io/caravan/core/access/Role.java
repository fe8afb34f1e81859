package io.caravan.core.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do on the management port. */
public enum Role {
    /** Look. */
    VIEWER,
    /** Look and act. */
    OPERATOR;

    /** As written in files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> parse(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
