package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.id.Uuids;
import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.OperatorRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What operators did, and where an act leads whoever did it. */
public final class ActPages {

    private static final String DONE = "done";
    private static final String FROM = "from";

    private final Console console;
    private final Times times;

    public ActPages(Console console, Times times) {
        this.console = console;
        this.times = times;
    }

    /** The act before the ones that are asked for. */
    public Optional<UUID> readBefore(OperatorRequest request) {
        return Uuids.parse(request.field("before"));
    }

    /** The newest acts, and first of all the one that was just done. */
    public Answer show(List<Act> acts, OperatorRequest request) {
        var rows = acts.stream().map(this::row).toList();
        var table = Section.table(
                "", List.of("When (UTC)", "Who", "Did what", "To what", "Note"), rows, "Nobody has done anything yet.");
        var older = acts.isEmpty()
                ? table
                : table.with(Link.to(
                        "Older",
                        Place.ACTS.path(),
                        "before",
                        acts.get(acts.size() - 1).id().toString()));
        return console.draw(said(Sheet.of(Place.ACTS, older), acts, request), request);
    }

    /** Leads to the act that was done, if there was anything to do. */
    public Answer lead(Object done, OperatorRequest request) {
        var act = done instanceof Optional<?> maybe ? maybe.orElse(null) : done;
        var id = act instanceof Act some ? some.id().toString() : "nothing";
        return Console.lead(Place.ACTS.path(), DONE, id, FROM, request.field(FROM));
    }

    private static Sheet said(Sheet sheet, List<Act> acts, OperatorRequest request) {
        if (!request.has(DONE)) {
            return sheet;
        }
        var back = Place.at(request.field(FROM))
                .map(place -> Section.words("", "").with(Link.to("Back to " + place.title(), place.path())));
        var shown = back.map(link -> new Sheet(
                        sheet.title(),
                        sheet.place(),
                        "",
                        "",
                        List.of(link, sheet.sections().get(0))))
                .orElse(sheet);
        return acts.stream()
                .filter(act -> act.id().toString().equals(request.field(DONE)))
                .findFirst()
                .map(act ->
                        shown.saying("Done: " + words(act.kind()) + ", " + act.subject() + ". " + act.note(), "good"))
                .orElseGet(() -> shown.saying("Nothing was left to do: somebody was faster.", "note"));
    }

    private List<Cell> row(Act act) {
        return List.of(
                times.cell(act.at()),
                Cell.of(act.operator()),
                Cell.of(words(act.kind())),
                Cell.of(act.subject()),
                Cell.of(act.note()));
    }

    private static String words(ActKind kind) {
        return switch (kind) {
            case HOLD -> "held";
            case RELEASE -> "released";
            case REPLAY_CALLBACK -> "replayed a callback";
            case REPLAY_DEAD_CALLBACKS -> "replayed dead callbacks";
            case RESEND_NOTICE -> "sent a parked notice";
            case RESEND_NOTICES -> "sent parked notices";
            case ASSIGN_TRANSFER -> "assigned a transfer";
            case RETURN_TRANSFER -> "paid a transfer back";
            case RESOLVE_ALARM -> "closed an alarm";
            case SET_UP -> "set up";
            case EXPORT_SETUP -> "exported the setup";
            case ROTATE_SECRET -> "replaced a secret";
            case EXPORT_PAYER -> "handed out a payer's data";
            case ERASE_PAYER -> "had a payer erased";
            case CALL_CAMEL -> "called Camel over JMX";
        };
    }
}
