package io.caravan.ops.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.core.setup.Setting;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Values of a thing's settings by their paths, where lists have numbers: {@code campaigns/0/number}. They become JSON and
 * come from JSON; what is empty is not there.
 */
final class FormValues {

    private final List<SettingGroup> groups;
    private final Map<String, String> values = new HashMap<>();

    FormValues(List<SettingGroup> groups) {
        this.groups = groups;
    }

    /** As somebody has filled a form in. Lines of lists that are empty are closed up. */
    FormValues sent(Map<String, String> sent) {
        groups.forEach(group -> {
            switch (group.occurs()) {
                case ONCE -> group.settings().forEach(setting -> put(path(group, setting), sent));
                case LISTED, NAMED -> lines(group, sent);
            }
        });
        return this;
    }

    private void put(String path, Map<String, String> sent) {
        put(path, sent.getOrDefault(path, ""));
    }

    private void put(String path, String value) {
        if (!value.isEmpty()) {
            values.put(path, value);
        }
    }

    private void lines(SettingGroup group, Map<String, String> sent) {
        var numbers = new TreeSet<Integer>();
        sent.forEach((path, value) -> {
            if (path.matches(group.path() + "/[0-9]{1,5}/.+") && !value.isEmpty()) {
                numbers.add(Integer.valueOf(path.split("/")[1]));
            }
        });
        int line = 0;
        for (int number : numbers) {
            for (var setting : group.settings()) {
                put(path(group, line, setting), sent.getOrDefault(path(group, number, setting), ""));
            }
            line++;
        }
    }

    /** As a thing is. */
    FormValues of(JsonNode thing) {
        groups.forEach(group -> {
            var at = group.path().isEmpty() ? thing : thing.path(group.path());
            switch (group.occurs()) {
                case ONCE -> group.settings().forEach(setting -> put(path(group, setting), text(at, setting)));
                case LISTED -> {
                    for (int line = 0; line < at.size(); line++) {
                        for (var setting : group.settings()) {
                            put(path(group, line, setting), text(at.get(line), setting));
                        }
                    }
                }
                case NAMED -> {
                    int line = 0;
                    for (var entry : at.properties()) {
                        put(group.path() + "/" + line + "/name", entry.getKey());
                        put(
                                group.path() + "/" + line++ + "/value",
                                entry.getValue().asText());
                    }
                }
            }
        });
        return this;
    }

    private static String text(JsonNode parent, Setting setting) {
        var value = parent.at("/" + setting.path());
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText("");
    }

    /** The value at this path; empty if there is none. */
    String at(String path) {
        return values.getOrDefault(path, "");
    }

    Map<String, String> all() {
        return Map.copyOf(values);
    }

    /** How many lines of a list or of names there are. */
    int lines(SettingGroup group) {
        int line = 0;
        while (hasLine(group, line)) {
            line++;
        }
        return line;
    }

    private boolean hasLine(SettingGroup group, int line) {
        return group.settings().stream().anyMatch(setting -> values.containsKey(path(group, line, setting)));
    }

    /** The paths of names that a line before has too: of such lines the thing would have only one. */
    List<String> repeated() {
        return groups.stream()
                .filter(group -> group.occurs() == SettingGroup.Occurs.NAMED)
                .flatMap(group -> {
                    var known = new HashSet<String>();
                    return IntStream.range(0, lines(group))
                            .mapToObj(line -> group.path() + "/" + line + "/name")
                            .filter(path -> !known.add(at(path)));
                })
                .toList();
    }

    /** The thing that these values make. */
    ObjectNode json() {
        var thing = SetupWriter.object();
        groups.forEach(group -> {
            switch (group.occurs()) {
                case ONCE ->
                    group.settings()
                            .forEach(setting -> set(thing, setting.under(group.path()), at(path(group, setting))));
                case LISTED -> {
                    for (int line = 0; line < lines(group); line++) {
                        var object = thing.withArrayProperty(group.path()).addObject();
                        for (var setting : group.settings()) {
                            set(object, setting, at(path(group, line, setting)));
                        }
                    }
                }
                case NAMED -> {
                    for (int line = 0; line < lines(group); line++) {
                        thing.withObjectProperty(group.path())
                                .put(at(group.path() + "/" + line + "/name"), at(group.path() + "/" + line + "/value"));
                    }
                }
            }
        });
        return thing;
    }

    private static void set(ObjectNode thing, Setting setting, String value) {
        if (value.isEmpty()) {
            return;
        }
        var names = setting.path().split("/");
        var parent = thing;
        for (int i = 0; i < names.length - 1; i++) {
            parent = parent.withObjectProperty(names[i]);
        }
        var name = names[names.length - 1];
        switch (setting.type()) {
            case FLAG -> flag(parent, name, value);
            case NUMBER, AMOUNT -> number(parent, name, value);
            case TEXT, CHOICE, SECRET -> parent.put(name, value);
        }
    }

    private static void flag(ObjectNode parent, String name, String value) {
        if (SettingGroup.YES_OR_NO.contains(value)) {
            parent.put(name, value.equals("yes"));
        } else {
            parent.put(name, value);
        }
    }

    /** What is no number stays as it is written, and is then refused. */
    private static void number(ObjectNode parent, String name, String value) {
        if (value.matches("-?[0-9]{1,20}(\\.[0-9]{1,9})?")) {
            var number = new BigDecimal(value);
            if (number.scale() <= 0) {
                parent.put(name, number.toBigInteger());
            } else {
                parent.put(name, number);
            }
        } else {
            parent.put(name, value);
        }
    }

    static String path(SettingGroup group, Setting setting) {
        return setting.under(group.path()).path();
    }

    static String path(SettingGroup group, int line, Setting setting) {
        return setting.under(group.path() + "/" + line).path();
    }
}
