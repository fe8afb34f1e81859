package io.caravan.upgrade;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.springframework.util.StringUtils;

/**
 * Stands before the drivers of both databases and has the {@link Recorder} hear what is sent. Tests use it when
 * {@code spring.datasource.driver-class-name} says so.
 */
public final class RecordingDriver implements Driver {

    private static final Map<Array, Value> ARRAYS = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        return connection(DriverManager.getDriver(url).connect(url, info));
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith("jdbc:h2:") || url.startsWith("jdbc:postgresql:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    private static Connection connection(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            var answer = invoke(real, method, arguments);
            return switch (method.getName()) {
                case "createStatement" -> statement((Statement) answer);
                case "prepareStatement" -> prepared((PreparedStatement) answer, (String) arguments[0]);
                case "createArrayOf" -> {
                    ARRAYS.put((Array) answer, Value.array((String) arguments[0], (Object[]) arguments[1]));
                    yield answer;
                }
                default -> answer;
            };
        });
    }

    private static Statement statement(Statement real) {
        return proxy(Statement.class, (method, arguments) -> {
            if ((method.getName().startsWith("execute") || method.getName().equals("addBatch"))
                    && arguments != null
                    && arguments[0] instanceof String sql) {
                Recorder.hear(sql, List::of);
            }
            return invoke(real, method, arguments);
        });
    }

    private static PreparedStatement prepared(PreparedStatement real, String sql) {
        var values = new TreeMap<Integer, Supplier<Value>>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            var name = method.getName();
            if (name.startsWith("set") && method.getParameterCount() > 1) {
                values.put((Integer) arguments[0], () -> value(name, arguments[1]));
            } else if ((name.startsWith("execute") && !name.contains("Batch")) || name.equals("addBatch")) {
                hearEach(sql, List.copyOf(values.values()));
            }
            return invoke(real, method, arguments);
        });
    }

    /** Each of the statements that go to the database together, with its own values. */
    private static void hearEach(String sql, List<Supplier<Value>> values) {
        var from = 0;
        for (var statement : sql.split(";\n")) {
            var to = Math.min(values.size(), from + StringUtils.countOccurrencesOf(statement, "?"));
            var own = values.subList(from, to);
            Recorder.hear(statement, () -> own.stream().map(Supplier::get).toList());
            from = to;
        }
    }

    private static Value value(String setter, Object value) {
        return switch (setter) {
            case "setNull" -> Value.none((Integer) value);
            case "setArray" -> ARRAYS.get((Array) value);
            default -> Value.of(value);
        };
    }

    /** What stands for a method of what is wrapped. */
    private interface Stand {
        Object in(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Stand stand) {
        return type.cast(Proxy.newProxyInstance(
                RecordingDriver.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> stand.in(method, arguments)));
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
