package io.caravan.routes;

import io.caravan.Caravan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The beans that routes can call, as the wiring declares them. */
final class RouteBeans {

    private static final Map<String, Class<?>> TYPES = types();

    private RouteBeans() {}

    static boolean exists(String name) {
        return TYPES.containsKey(name);
    }

    /** Whether a bean can be called as written in a route, as {@code find} or {@code find(${body}, 'x')}. */
    static boolean canCall(String name, String call) {
        if (!exists(name)) {
            return false;
        }
        var method = call.replaceFirst("\\(.*", "");
        return Arrays.stream(TYPES.get(name).getMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .anyMatch(candidate -> !call.contains("(") || candidate.getParameterCount() == arguments(call));
    }

    /** How many arguments a call has; commas in texts and in nested calls do not count. */
    private static int arguments(String call) {
        var inside =
                call.substring(call.indexOf('(') + 1, call.lastIndexOf(')')).replaceAll("'[^']*'", "text");
        if (inside.isBlank()) {
            return 0;
        }
        int depth = 0;
        int count = 1;
        for (char c : inside.toCharArray()) {
            if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                count++;
            }
        }
        return count;
    }

    private static Map<String, Class<?>> types() {
        var found = new TreeMap<String, Class<?>>();
        var folder = Caravan.class.getPackageName().replace('.', '/');
        Arrays.stream(classes("classpath*:" + folder + "/*.class"))
                .map(file -> load(Caravan.class.getPackageName() + "."
                        + file.getFilename().replace(".class", "")))
                .filter(type -> type.isAnnotationPresent(Configuration.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .forEach(method -> {
                    var bean = AnnotatedElementUtils.findMergedAnnotation(method, Bean.class);
                    if (bean != null) {
                        found.put(name(bean, method), method.getReturnType());
                    }
                });
        return found;
    }

    private static String name(Bean bean, Method method) {
        return bean.name().length == 0 ? method.getName() : bean.name()[0];
    }

    private static Resource[] classes(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
