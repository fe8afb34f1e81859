package io.caravan.ops.setup;

import io.caravan.core.setup.Setting;
import io.caravan.core.setup.Setting.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Settings that belong together, and where a thing has them.
 *
 * @param path of the object, the list or the names; empty for the thing itself
 */
record SettingGroup(String title, String note, String path, Occurs occurs, List<Setting> settings) {

    static final List<String> YES_OR_NO = List.of("yes", "no");

    enum Occurs {
        ONCE,
        /** As a list of objects. */
        LISTED,
        /** As an object of texts by their names; the settings are {@code name} and {@code value}. */
        NAMED
    }

    static SettingGroup of(String title, String note, Setting... settings) {
        return new SettingGroup(title, note, "", Occurs.ONCE, List.of(settings));
    }

    static SettingGroup listed(String title, String note, String path, List<Setting> settings) {
        return new SettingGroup(title, note, path, Occurs.LISTED, settings);
    }

    static SettingGroup named(String title, String note, String path, Setting name, Setting value) {
        return new SettingGroup(title, note, path, Occurs.NAMED, List.of(name, value));
    }

    static Setting text(String path, String label, String hint) {
        return new Setting(path, label, Type.TEXT, hint, List.of());
    }

    static Setting secret(String path, String label, String hint) {
        return new Setting(path, label, Type.SECRET, hint, List.of());
    }

    static Setting number(String path, String label) {
        return new Setting(path, label, Type.NUMBER, "", List.of());
    }

    static Setting amount(String path, String label) {
        return new Setting(path, label, Type.AMOUNT, "", List.of());
    }

    static Setting flag(String path, String label) {
        return new Setting(path, label, Type.FLAG, "", YES_OR_NO);
    }

    /** Of which nothing may be said. */
    static Setting maybe(String path, String label) {
        return new Setting(path, label, Type.FLAG, "–", orNothing(YES_OR_NO.stream()));
    }

    static Setting choice(String path, String label, String... choices) {
        return new Setting(path, label, Type.CHOICE, "", List.of(choices));
    }

    static Setting choice(String path, String label, Stream<String> choices) {
        return new Setting(path, label, Type.CHOICE, "", choices.toList());
    }

    static Setting choiceOrNothing(String path, String label, String... choices) {
        return new Setting(path, label, Type.CHOICE, "–", orNothing(Arrays.stream(choices)));
    }

    private static List<String> orNothing(Stream<String> choices) {
        return Stream.concat(Stream.of(""), choices).toList();
    }
}
