package io.caravan.usecase;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that go through the connection of the running transaction. */
final class CountedStatements {

    private final AtomicInteger count = new AtomicInteger();
    private final DataSource dataSource;

    CountedStatements(DataSource original) {
        dataSource = new DelegatingDataSource(original) {
            @Override
            public Connection getConnection() {
                return counted(DataSourceUtils.getConnection(original));
            }
        };
    }

    DataSource dataSource() {
        return dataSource;
    }

    int count() {
        return count.get();
    }

    private Connection counted(Connection connection) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            if (method.getName().endsWith("Statement")) {
                count.incrementAndGet();
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Connection)
                Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }
}
