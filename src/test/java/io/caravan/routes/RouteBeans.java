package io.caravan.routes;

import io.caravan.Caravan;
import io.caravan.camel.rules.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The beans that routes can call, as the wiring declares them, and the defaults of all settings. */
final class RouteBeans implements Surroundings {

    private static final Map<String, Class<?>> TYPES = types();
    private static final Map<String, String> SETTINGS = settings();

    @Override
    public Optional<Class<?>> bean(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(SETTINGS.get(name));
    }

    private static Map<String, String> settings() {
        var names = new TreeMap<String, String>();
        try (var files = Files.list(Path.of("src/main/resources"))) {
            files.filter(file -> file.getFileName().toString().matches("application.*\\.yml"))
                    .forEach(file -> {
                        var yaml = new YamlPropertiesFactoryBean();
                        yaml.setResources(new FileSystemResource(file));
                        yaml.getObject().forEach((name, value) -> names.put(name.toString(), value.toString()));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
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
