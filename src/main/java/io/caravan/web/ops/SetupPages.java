package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.id.Uuids;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.setup.Outcome;
import java.util.List;

/** Where merchants and all that is theirs are created and changed: a setup is written, looked at as a plan, and applied. */
public final class SetupPages {

    private final Console console;

    public SetupPages(Console console) {
        this.console = console;
    }

    /** The form. */
    public Answer show(OperatorRequest request) {
        return console.draw(Sheet.of(Place.SETUP, write(""), export()), request);
    }

    /** What is wrong, or would be done. */
    public Answer show(Outcome outcome, OperatorRequest request) {
        if (!outcome.faults().isEmpty()) {
            var sheet = Sheet.of(Place.SETUP, faults(outcome), write(outcome.json()));
            return console.draw(400, "sheet", sheet.saying("Nothing was changed.", "bad"), request);
        }
        var apply = Form.act(
                "apply",
                "setup-apply",
                "Apply",
                "main",
                Field.hidden("once", Uuids.ordered().toString()),
                Field.hidden("json", outcome.json()));
        var plan = PlanTable.of(outcome.plan(), false).with(apply);
        var sheet = Sheet.of(Place.SETUP, plan, write(outcome.json()));
        return console.draw(
                sheet.saying(
                        "This would be done, and nothing is yet: " + DonePages.counts(outcome.plan()) + ".", "note"),
                request);
    }

    /** Leads to what came of it, or tells what is wrong. */
    public Answer lead(Outcome outcome, OperatorRequest request) {
        return outcome.faults().isEmpty()
                ? Console.lead(DonePages.PATH, "form", request.field("once"))
                : show(outcome, request);
    }

    private static Section write(String json) {
        return Section.forms(
                "As a JSON document",
                "In JSON, as docs/operations.md describes it. Whatever it does not name stays as it is.",
                Form.act("plan", "setup-plan", "Show the plan", "main", Field.area("json", "Setup", json)));
    }

    private static Section export() {
        return Section.forms(
                "Export",
                "How everything is set up now, as such a document, without secrets. Payers are in it: that it was taken is"
                        + " noted. Whoever applies it again changes nothing.",
                Form.act("export", "setup-export", "Download", "second"));
    }

    private static Section faults(Outcome outcome) {
        var rows = outcome.faults().stream()
                .map(fault -> List.of(Cell.of(fault.field()), Cell.of(fault.message())))
                .toList();
        return Section.table("What is wrong", List.of("Where", "What"), rows, "");
    }
}
