package io.caravan.camel;

import io.caravan.core.problem.Busy;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Whom a failure is about. */
final class Setback {

    private Setback() {}

    /** The database cannot be reached: it would be the same with the next. */
    static boolean ofAll(RuntimeException e) {
        return e instanceof Busy
                || e instanceof TransactionException
                || e instanceof DataAccessResourceFailureException;
    }

    /** Somebody else was at it: it goes well in a moment. */
    static boolean passing(RuntimeException e) {
        return e instanceof TransientDataAccessException;
    }
}
