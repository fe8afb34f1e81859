package io.caravan.ops.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.id.Uuids;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.Setting;
import io.caravan.core.setup.SettingChange;
import io.caravan.core.setup.Setup;
import io.caravan.core.setup.ThingForm;
import io.caravan.core.setup.ThingKind;
import io.caravan.core.setup.ThingName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The forms of one thing: as it is, as it was filled in. */
final class ThingForms {

    /** Before the paths of settings in a form. */
    private static final String MARK = "s/";

    /** What a reader takes where nothing is said; other flags are {@code no}. */
    private static final Map<String, String> USUAL = Map.of(
            "enabled", "yes",
            "payoutAccount", "yes",
            "pushMessage", "yes",
            "confirmationRequired", "yes",
            "longLiving", "P60D",
            "role", "viewer");

    private final ThingName name;
    private final List<SettingGroup> groups;
    private final Function<ThingName, Optional<Setup>> describe;

    ThingForms(ThingName name, Function<ThingName, Optional<Setup>> describe) {
        this.name = name;
        this.groups = OthersGroups.of(name.kind());
        this.describe = describe;
    }

    ThingName name() {
        return name;
    }

    private boolean isNew() {
        return name.id().isEmpty();
    }

    /** @throws IllegalArgumentException if there is no such thing */
    ThingForm asItIs() {
        var now = present()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no such " + name.kind().word() + "."));
        return form(new FormFiller(groups, false, values(now)), 0, seal(Optional.of(now)));
    }

    /** To be filled in: with what is, or with what is usual. */
    ThingForm opened() {
        if (!isNew()) {
            var now = asItIs();
            return form(new FormFiller(groups, false, values(present().orElseThrow())), 1, now.seen());
        }
        return form(new FormFiller(groups, true, new FormValues(groups).sent(usual())), 1, seal(Optional.empty()));
    }

    private Map<String, String> usual() {
        var usual = new HashMap<>(USUAL);
        groups.stream()
                .filter(group -> group.occurs() == SettingGroup.Occurs.ONCE)
                .flatMap(group -> group.settings().stream())
                .filter(setting -> setting.type() == Setting.Type.FLAG
                        && !setting.choices().contains(""))
                .forEach(setting -> usual.putIfAbsent(setting.path(), "no"));
        if (name.kind() == ThingKind.MERCHANT || name.kind() == ThingKind.ISSUER) {
            usual.put("id", UUID.randomUUID().toString());
        }
        return usual;
    }

    /** As it was filled in, with what is wrong. */
    ThingForm sent(OperatorRequest request, List<InvalidInput.Violation> violations) {
        return form(new FormFiller(groups, isNew(), values(request)).with(violations), 1, request.field("seen"));
    }

    /** As it was filled in; what is seen now is what is there now. */
    ThingForm seenNow(OperatorRequest request) {
        return form(new FormFiller(groups, isNew(), values(request)), 0, seal(describe.apply(subject(request))));
    }

    List<SettingChange> changes(OperatorRequest request) {
        var before = present().map(this::values).orElseGet(() -> new FormValues(groups));
        return new FormFiller(groups, isNew(), values(request)).changesFrom(before);
    }

    /** What the form is about, new or not. */
    ThingName subject(OperatorRequest request) {
        return isNew()
                ? new ThingName(name.kind(), name.merchant(), values(request).at(key()))
                : name;
    }

    /** @throws InvalidInput if something new has the name of something that is there */
    void checkFree(OperatorRequest request) {
        if (isNew()
                && !subject(request).id().isEmpty()
                && describe.apply(subject(request)).isPresent()) {
            throw InvalidInput.of("/" + key(), "is taken: there is one already");
        }
    }

    boolean isSeen(Optional<Setup> now, OperatorRequest request) {
        return seal(now).equals(request.field("seen"));
    }

    /** @throws InvalidInput if the thing is another one than the form was opened for, or a name is there twice */
    JsonNode json(OperatorRequest request) {
        var values = values(request);
        var repeated = values.repeated();
        if (!repeated.isEmpty()) {
            throw new InvalidInput(repeated.stream()
                    .map(path -> new InvalidInput.Violation("/" + path, "is there twice"))
                    .toList());
        }
        var isOther = present()
                .map(this::values)
                .filter(now -> !now.at(key()).equals(values.at(key())))
                .isPresent();
        if (isOther) {
            throw InvalidInput.of("/" + key(), "cannot be changed");
        }
        return values.json();
    }

    private String key() {
        return groups.get(0).settings().get(0).path();
    }

    private Optional<Setup> present() {
        return isNew() ? Optional.empty() : describe.apply(name);
    }

    private FormValues values(Setup setup) {
        return new FormValues(groups).of(SetupWriter.write(name.kind(), setup));
    }

    private FormValues values(OperatorRequest request) {
        if (!request.has("end")) {
            throw new IllegalArgumentException("Only a part of the form has come. Use a JSON document for so much.");
        }
        var sent = new HashMap<String, String>();
        request.fields().forEach((field, value) -> {
            if (field.startsWith(MARK)) {
                sent.put(field.substring(MARK.length()), value);
            }
        });
        return new FormValues(groups).sent(sent);
    }

    private ThingForm form(FormFiller filler, int blank, String seen) {
        var filled = filler.filled(blank);
        return new ThingForm(name, isNew() ? "" : title(), filled, filler.otherFaults(), seen);
    }

    private String title() {
        var now = present().map(this::values);
        return now.map(values -> values.at("name"))
                .filter(text -> !text.isEmpty())
                .or(() -> now.map(values -> values.at(key())))
                .orElse(name.id());
    }

    private String seal(Optional<Setup> now) {
        var text = now.map(setup -> SetupWriter.write(name.kind(), setup).toString())
                .orElse("nothing");
        return Uuids.derived(text).toString();
    }
}
