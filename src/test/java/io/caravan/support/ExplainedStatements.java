package io.caravan.support;

import io.caravan.store.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/** How many rows of tables and indexes H2 looks at, which it says of each statement that runs to be explained. */
final class ExplainedStatements {

    private long rows;

    long rows() {
        return rows;
    }

    /** What is prepared in it while a transaction is open runs twice, the first time to be explained and undone. */
    Connection over(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            var answer = invoke(method, real, arguments);
            return method.getName().equals("prepareStatement") && !real.getAutoCommit()
                    ? over((PreparedStatement) answer, real, (String) arguments[0])
                    : answer;
        });
    }

    private PreparedStatement over(PreparedStatement real, Connection connection, String sql) {
        var settings = new ArrayList<Call>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            var name = method.getName();
            if (name.startsWith("set") && method.getParameterCount() > 1) {
                settings.add(new Call(method, arguments));
            } else if (name.equals("addBatch") || name.startsWith("execute") && !name.endsWith("Batch")) {
                explain(connection, sql, settings);
            }
            return invoke(method, real, arguments);
        });
    }

    private void explain(Connection connection, String sql, List<Call> settings) throws Throwable {
        var before = connection.setSavepoint();
        try (var statement = connection.prepareStatement(Plans.explain(Database.H2) + sql)) {
            for (var call : settings) {
                invoke(call.method(), statement, call.arguments());
            }
            try (var plan = statement.executeQuery()) {
                plan.next();
                rows += Plans.rows(Database.H2, plan.getString(1));
            }
        }
        connection.rollback(before);
    }

    private record Call(Method method, Object[] arguments) {}

    /** What stands for a method of what is wrapped. */
    private interface Stand {
        Object in(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Stand stand) {
        return type.cast(Proxy.newProxyInstance(
                ExplainedStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> stand.in(method, arguments)));
    }

    private static Object invoke(Method method, Object real, Object... arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
