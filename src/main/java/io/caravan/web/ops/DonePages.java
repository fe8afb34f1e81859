package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.id.Uuids;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.setup.Plan;
import io.caravan.core.setup.SentForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came of a form, with the secrets that it made: shown once, to who sent it. */
public final class DonePages {

    static final String PATH = "setup-done";

    private final Console console;

    public DonePages(Console console) {
        this.console = console;
    }

    /** @throws IllegalArgumentException if it names no form */
    public SentForm readForm(OperatorRequest request) {
        return Uuids.parse(request.field("form"))
                .map(id -> new SentForm(id, request.operator()))
                .orElseThrow(() -> new IllegalArgumentException("There is no such form."));
    }

    public Answer show(Optional<Plan> done, OperatorRequest request) {
        var on = new Link[] {Link.to("Set up", Place.SETUP.path()), Link.to("Audit", Place.ACTS.path())};
        if (done.isEmpty()) {
            var section = Section.words(
                            "",
                            "What came of a form is shown once, to who sent it. The audit tells what was done. A secret"
                                    + " that nobody has kept is replaced by a new one.")
                    .with(on);
            return console.draw(
                    Sheet.of("Shown already", Place.SETUP, section).saying("Nothing was done again.", "note"), request);
        }
        var plan = done.get();
        var sections = new ArrayList<Section>();
        secrets(plan).ifPresent(sections::add);
        sections.add(PlanTable.of(plan, true).titled("What was done").with(on));
        var sheet = Sheet.of("Done", Place.SETUP, sections.toArray(Section[]::new));
        return console.draw(sheet.saying("Done: " + counts(plan) + ".", "good"), request);
    }

    private static Optional<Section> secrets(Plan plan) {
        var rows = plan.steps().stream()
                .flatMap(step -> step.secrets().stream()
                        .map(made -> List.of(
                                Cell.of(step.kind() + " " + step.name(), made.what()), Cell.secret(made.secret()))))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.table("New secrets", List.of("Of", "Secret"), rows, "")
                        .noting("They are shown this once. Hand them over safely; a reload does not bring them back."));
    }

    static String counts(Plan plan) {
        return Arrays.stream(Plan.Action.values())
                .map(action -> plan.count(action) + " " + PlanTable.word(action))
                .collect(Collectors.joining(", "));
    }
}
