package io.caravan.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docker-compose.yml says. */
final class ComposeFile {

    private final Map<String, Object> root;

    ComposeFile() throws IOException {
        root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of("docker-compose.yml")));
    }

    Set<String> services() {
        return map(root.get("services")).keySet();
    }

    /** Part of a service, such as its image; null if there is none. */
    Object of(String service, String part) {
        return map(map(root.get("services")).get(service)).get(part);
    }

    Map<String, Object> part(String name) {
        return map(root.get(name));
    }

    /** The variables of a service. */
    Map<String, String> environment(String service) {
        var variables = new LinkedHashMap<String, String>();
        map(of(service, "environment")).forEach((name, value) -> variables.put(name, String.valueOf(value)));
        return variables;
    }

    List<String> list(String service, String part) {
        return of(service, part) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** What stands behind the colon: {@code 17} of {@code postgres:17}. */
    String tag(String service) {
        var image = String.valueOf(of(service, "image"));
        return image.substring(image.lastIndexOf(':') + 1);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
