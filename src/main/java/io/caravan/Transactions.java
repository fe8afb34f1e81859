package io.caravan;

import io.caravan.store.SqlStates;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Opens the transaction of each use case. Nothing else opens one. A transaction that lost a race for its rows has done
 * nothing and is tried three times.
 */
final class Transactions {

    private static final int TRIES = 3;

    /** PostgreSQL: serialization failure, deadlock; H2: lock timeout, deadlock. Both: a row that must be unique. */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "HYT00", "23505");

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
                if (attempt == TRIES || !SqlStates.isOneOf(LOST_RACES, e)) {
                    throw e;
                }
            }
        }
    }

    private Object once(MethodInvocation invocation) throws Throwable {
        var transaction = manager.getTransaction(new DefaultTransactionDefinition());
        Object result;
        try {
            result = invocation.proceed();
        } catch (Throwable e) {
            manager.rollback(transaction);
            throw e;
        }
        manager.commit(transaction);
        return result;
    }
}
