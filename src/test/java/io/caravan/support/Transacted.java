package io.caravan.support;

import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A use case in a transaction, for tests outside of the package that wires them. */
public final class Transacted {

    private Transacted() {}

    @SuppressWarnings("unchecked")
    public static <T> T around(DataSource dataSource, T useCase) {
        var template = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        var factory = new ProxyFactory(useCase);
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) call -> template.execute(status -> {
            try {
                return call.proceed();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }));
        return (T) factory.getProxy();
    }

    public static void run(DataSource dataSource, Runnable work) {
        new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult(status -> work.run());
    }
}
