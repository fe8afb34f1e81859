package io.caravan.ops.setup;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.FilledGroup;
import io.caravan.core.setup.FilledSetting;
import io.caravan.core.setup.Setting;
import io.caravan.core.setup.SettingChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fills the settings of a thing with values and with what is wrong with them. */
final class FormFiller {

    private final List<SettingGroup> groups;
    private final boolean isNew;
    private final FormValues values;
    private final Map<String, String> faults = new HashMap<>();
    private final List<String> otherFaults = new ArrayList<>();

    FormFiller(List<SettingGroup> groups, boolean isNew, FormValues values) {
        this.groups = groups;
        this.isNew = isNew;
        this.values = values;
    }

    /** What is wrong, by JSON pointers into the thing. */
    FormFiller with(List<InvalidInput.Violation> violations) {
        for (var violation : violations) {
            var pointer = violation.field().startsWith("/") ? violation.field().substring(1) : violation.field();
            var path = line(pointer);
            if (paths().anyMatch(path::equals)) {
                faults.merge(path, violation.message(), (one, other) -> one + "; " + other);
            } else {
                otherFaults.add((pointer + " " + violation.message()).strip());
            }
        }
        return this;
    }

    /** Where the form has it: names have numbers there. */
    private String line(String pointer) {
        for (var group : groups) {
            if (group.occurs() == SettingGroup.Occurs.NAMED && pointer.startsWith(group.path() + "/")) {
                var name = pointer.substring(group.path().length() + 1);
                for (int line = 0; line < values.lines(group); line++) {
                    if (values.at(group.path() + "/" + line + "/name").equals(name)) {
                        return group.path() + "/" + line + "/value";
                    }
                }
            }
        }
        return pointer;
    }

    private Stream<String> paths() {
        return filled(0).stream().flatMap(group -> group.settings().stream()).map(setting -> setting.setting()
                .path());
    }

    List<String> otherFaults() {
        return otherFaults;
    }

    /** @param blank how many empty lines lists have at their end */
    List<FilledGroup> filled(int blank) {
        return groups.stream().flatMap(group -> filled(group, blank).stream()).toList();
    }

    private List<FilledGroup> filled(SettingGroup group, int blank) {
        if (group.occurs() == SettingGroup.Occurs.ONCE) {
            return List.of(filled(group, group.path(), group.title(), group.note()));
        }
        var lines = new ArrayList<FilledGroup>();
        for (int line = 0; line < values.lines(group) + blank; line++) {
            var title = line == 0 ? group.title() : group.title() + ", " + (line + 1);
            lines.add(filled(group, group.path() + "/" + line, title, line == 0 ? group.note() : ""));
        }
        return lines;
    }

    private FilledGroup filled(SettingGroup group, String path, String title, String note) {
        return new FilledGroup(
                title,
                note,
                group.settings().stream()
                        .map(setting -> filled(setting.under(path), isKey(group, setting)))
                        .toList());
    }

    private boolean isKey(SettingGroup group, Setting setting) {
        return group == groups.get(0) && setting == group.settings().get(0);
    }

    private FilledSetting filled(Setting setting, boolean isKey) {
        return new FilledSetting(
                setting, values.at(setting.path()), isKey && !isNew, faults.getOrDefault(setting.path(), ""));
    }

    /** Setting by setting, what differs from these values. */
    List<SettingChange> changesFrom(FormValues before) {
        var then = filled(0);
        var now = new FormFiller(groups, isNew, before).filled(0);
        return Stream.concat(then.stream(), now.stream())
                .flatMap(group -> group.settings().stream().map(setting -> label(group, setting.setting())))
                .distinct()
                .filter(labelled -> labelled.setting().type() != Setting.Type.SECRET)
                .map(labelled -> new SettingChange(
                        labelled.text(),
                        before.at(labelled.setting().path()),
                        values.at(labelled.setting().path())))
                .filter(change -> !change.now().equals(change.then()))
                .toList();
    }

    private record Labelled(Setting setting, String text) {}

    private static Labelled label(FilledGroup group, Setting setting) {
        return new Labelled(
                setting, group.title().isEmpty() ? setting.label() : group.title() + ": " + setting.label());
    }
}
