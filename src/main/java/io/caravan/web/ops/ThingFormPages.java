package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.id.Uuids;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.setup.FilledSetting;
import io.caravan.core.setup.Plan;
import io.caravan.core.setup.Setting;
import io.caravan.core.setup.SettingChange;
import io.caravan.core.setup.ThingForm;
import io.caravan.core.setup.ThingName;
import io.caravan.core.setup.ThingReview;
import java.util.ArrayList;
import java.util.List;

/** Where a thing is created and changed: a form, what it would do, and then the act. */
public final class ThingFormPages {

    /** What comes last, so that it is seen when a server has left out what was too much. */
    private static final Field END = Field.hidden("end", "1");

    private final Console console;

    public ThingFormPages(Console console) {
        this.console = console;
    }

    /** The form, to be filled in. */
    public Answer show(ThingForm form, OperatorRequest request) {
        return draw(form, request);
    }

    /** What it would do, or the form with what is wrong. */
    public Answer show(ThingReview review, OperatorRequest request) {
        return review.plan().map(plan -> draw(review, plan, request)).orElseGet(() -> draw(review.form(), request));
    }

    /** Leads to what came of it, or is the form with what is wrong. */
    public Answer lead(ThingForm form, OperatorRequest request) {
        return form.isFaulty() ? draw(form, request) : Console.lead(DonePages.PATH, "form", request.field("once"));
    }

    private Answer draw(ThingForm form, OperatorRequest request) {
        var groups = new ArrayList<>(form.groups().stream()
                .map(group -> new FieldGroup(
                        group.title(),
                        group.note(),
                        group.settings().stream().map(ThingFormPages::field).toList()))
                .toList());
        var fields = new ArrayList<>(List.of(named(form.name())));
        fields.add(Field.hidden("seen", form.seen()));
        groups.add(new FieldGroup("", "", List.of(END)));
        var ask = Form.act("thing", "setup-check", "Show what changes", "main", fields.toArray(Field[]::new))
                .with(groups);
        var sheet =
                Sheet.of(title(form), Place.SETUP, Section.forms("", "", ask).with(back(form)));
        return form.isFaulty()
                ? console.draw(400, "sheet", sheet.saying(faults(form), "bad"), request)
                : console.draw(sheet, request);
    }

    private static String faults(ThingForm form) {
        return form.faults().isEmpty()
                ? "Nothing was changed: look at what is marked."
                : "Nothing was changed. This " + form.name().kind().word() + " " + String.join("; ", form.faults())
                        + ".";
    }

    private Answer draw(ThingReview review, Plan plan, OperatorRequest request) {
        var form = review.form();
        var fields = sent(form);
        fields.add(0, Field.hidden("once", Uuids.ordered().toString()));
        var apply = Form.act("apply", "setup-submit", "Apply", "main", fields.toArray(Field[]::new));
        var again = Form.act(
                "again", "setup-form", "Back to the form", "second", sent(form).toArray(Field[]::new));
        var changes = Section.table(
                "What changes",
                List.of("Setting", "Now", "Then"),
                review.changes().stream().map(ThingFormPages::row).toList(),
                "None of the settings that are shown.");
        var acts = PlanTable.of(plan, false).with(nothing(plan) ? new Form[] {again} : new Form[] {apply, again});
        var sheet = Sheet.of(title(form), Place.SETUP, changes, acts);
        var words = nothing(plan) ? "This would change nothing." : "This would be done, and nothing is yet.";
        return console.draw(sheet.saying(words, "note"), request);
    }

    private static boolean nothing(Plan plan) {
        return plan.steps().size() == plan.count(Plan.Action.UNCHANGED);
    }

    private static List<Cell> row(SettingChange change) {
        return List.of(Cell.of(change.label()), Cell.of(dash(change.now())), Cell.of(dash(change.then())));
    }

    private static String dash(String value) {
        return value.isEmpty() ? "–" : value;
    }

    /** All that was filled in, to be sent on. */
    private static ArrayList<Field> sent(ThingForm form) {
        var fields = new ArrayList<>(List.of(named(form.name())));
        fields.add(Field.hidden("seen", form.seen()));
        form.groups().stream()
                .flatMap(group -> group.settings().stream())
                .filter(setting -> !setting.value().isEmpty())
                .forEach(setting ->
                        fields.add(Field.hidden("s/" + setting.setting().path(), setting.value())));
        fields.add(END);
        return fields;
    }

    private static Field field(FilledSetting filled) {
        var setting = filled.setting();
        var name = "s/" + setting.path();
        if (filled.fixed()) {
            return new Field("fixed", name, setting.label(), filled.value(), "", false, List.of(), filled.fault());
        }
        var type = filled.value().indexOf('\n') < 0 ? type(setting) : "lines";
        return new Field(
                type, name, setting.label(), filled.value(), setting.hint(), false, setting.choices(), filled.fault());
    }

    private static String type(Setting setting) {
        return switch (setting.type()) {
            case TEXT, NUMBER, AMOUNT -> "text";
            case FLAG, CHOICE -> "select";
            case SECRET -> "password";
        };
    }

    private static String title(ThingForm form) {
        return form.isNew() ? "New " + form.name().kind().word() : form.title();
    }

    private static Link back(ThingForm form) {
        if (!form.isNew()) {
            return new Link("Back without a change", address("setup-thing", form.name()));
        }
        return form.name()
                .merchant()
                .map(id -> Link.to("Back to the merchant", "setup-thing", "kind", "merchant", "id", id.toString()))
                .orElseGet(() -> Link.to(
                        "Back to the list",
                        Place.SETUP.path(),
                        "kind",
                        form.name().kind().text()));
    }

    static Field[] named(ThingName name) {
        var fields = new ArrayList<Field>();
        fields.add(Field.hidden("kind", name.kind().text()));
        name.merchant().ifPresent(id -> fields.add(Field.hidden("merchant", id.toString())));
        if (!name.id().isEmpty()) {
            fields.add(Field.hidden("id", name.id()));
        }
        return fields.toArray(Field[]::new);
    }

    static String address(String path, ThingName name) {
        return name.merchant()
                .map(MerchantId::toString)
                .map(id -> Link.address(path, "kind", name.kind().text(), "merchant", id, "id", name.id()))
                .orElseGet(() -> Link.address(path, "kind", name.kind().text(), "id", name.id()));
    }
}
