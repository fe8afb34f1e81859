package io.caravan.store;

import java.sql.SQLException;
import java.util.Set;

/** Why the database refused, in the five characters that both databases share. */
public final class SqlStates {

    private SqlStates() {}

    /** Whether the database refused with one of these states. H2 wraps further exceptions inside of its own. */
    public static boolean isOneOf(Set<String> states, Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && states.contains(String.valueOf(refusal.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
