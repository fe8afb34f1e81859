package io.caravan;

import io.caravan.core.problem.Busy;
import io.caravan.store.SqlStates;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Opens the transaction of each use case. Nothing else opens one. A transaction that lost a race for its rows has done
 * nothing and is tried three times. Where there is no connection to the database in time, or the connection is lost, or
 * the database has no room, the service is {@link Busy}.
 */
final class Transactions {

    private static final int TRIES = 3;

    /** Serialization failure, deadlock, lock timeout (PostgreSQL's, H2's), a row that must be unique. */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "55P03", "HYT00", "23505");

    /**
     * The connection broke or cannot be made; the server is ending, was killed, or is not there yet; or it has ended a
     * session that was silent for too long, within a transaction (25P03) or outside of one (57P05).
     */
    private static final Set<String> LOST_CONNECTIONS =
            Set.of("08000", "08001", "08003", "08004", "08006", "08007", "25P03", "57P01", "57P02", "57P03", "57P05");

    /** PostgreSQL has no room on the disk or in memory, or the disk does not write. */
    private static final Set<String> NO_ROOM = Set.of("53100", "53200", "58030");

    /** What H2 says of a file that it cannot write, with the reason as the cause; and of much else. */
    private static final Set<String> GENERAL = Set.of("HY000");

    /** A wait for a lock that was too long: PostgreSQL's, H2's. */
    private static final Set<String> LOCK_TIMEOUTS = Set.of("55P03", "HYT00");

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);
    private static final Duration LONGEST_STEP = Duration.ofMillis(20);
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final PlatformTransactionManager manager;

    Transactions(PlatformTransactionManager manager) {
        this.manager = manager;
    }

    /** The use case, each call of which is one transaction. */
    @SuppressWarnings("unchecked")
    <T> T around(T useCase) {
        var factory = new ProxyFactory(useCase);
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) this::call);
        return (T) factory.getProxy(useCase.getClass().getClassLoader());
    }

    private Object call(MethodInvocation invocation) throws Throwable {
        if (invocation.getMethod().getDeclaringClass() == Object.class) {
            return invocation.proceed();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(((org.springframework.aop.ProxyMethodInvocation) invocation).invocableClone());
            } catch (DataAccessException | TransactionException e) {
                if (isAway(e) || isOpen(e)) {
                    LOG.warn("The database is away, or has no room: {}", rootOf(e));
                    throw new Busy(AGAIN_AFTER);
                }
                if (attempt == TRIES || !SqlStates.isOneOf(LOST_RACES, e)) {
                    throw e;
                }
                stepAside(attempt);
            }
        }
    }

    private static boolean isAway(NestedRuntimeException e) {
        return SqlStates.isOneOf(GENERAL, e) && e.getMostSpecificCause() instanceof IOException
                || Stream.of(LOST_CONNECTIONS, H2Sessions.CLOSED, NO_ROOM)
                        .anyMatch(states -> SqlStates.isOneOf(states, e));
    }

    /** Two that have lost to each other do not come back in the same moment. No connection is held meanwhile. */
    private static void stepAside(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * LONGEST_STEP.toNanos()));
    }

    /** Neither committed nor rolled back, as the connection was lost on the way. */
    private static boolean isOpen(NestedRuntimeException e) {
        return e instanceof TransactionSystemException && !SqlStates.isOneOf(LOST_RACES, e);
    }

    /** A connection that is lost cannot be rolled back either: why it was to be counts. */
    private void rollBack(TransactionStatus transaction, Throwable cause) {
        try {
            manager.rollback(transaction);
        } catch (TransactionException | DataAccessException e) {
            cause.addSuppressed(e);
        }
    }

    private static String rootOf(NestedRuntimeException e) {
        return e.getMostSpecificCause().getMessage();
    }

    private TransactionStatus begin() {
        try {
            return manager.getTransaction(new DefaultTransactionDefinition());
        } catch (CannotCreateTransactionException e) {
            LOG.warn("There is no connection to the database: {}", rootOf(e));
            throw new Busy(AGAIN_AFTER);
        }
    }

    private Object once(MethodInvocation invocation) throws Throwable {
        var transaction = begin();
        Object result;
        try {
            result = invocation.proceed();
        } catch (Throwable e) {
            rollBack(transaction, e);
            throw e;
        }
        commit(transaction);
        return result;
    }

    /**
     * A commit waits for no lock that the transaction has yet to get; if it waits in vain, this is for what a database
     * does after it (H2 counts what is in the tables). The work is done then, and must not be tried again from here.
     */
    private void commit(TransactionStatus transaction) {
        try {
            manager.commit(transaction);
        } catch (DataAccessException | TransactionException e) {
            if (SqlStates.isOneOf(LOCK_TIMEOUTS, e)) {
                LOG.warn("It is not known whether this was committed: {}", rootOf(e));
                throw new Busy(AGAIN_AFTER);
            }
            throw e;
        }
    }
}
