package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.id.Uuids;
import io.caravan.core.ops.Finding;
import io.caravan.core.ops.Moment;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.ops.Timeline;
import io.caravan.core.payer.Phone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All that happened to an invoice or a payment, in order. The one page that shows a phone as it is. */
public final class TimelinePages {

    private static final Set<String> BAD =
            Set.of("DEAD", "PARKED", "FAILED", "REFUSED", "UNKNOWN", "OPEN", "UNMATCHED", "KEPT");

    private static final Set<String> GOOD =
            Set.of("DELIVERED", "SENT", "DONE", "MATCHED", "ASSIGNED", "RESOLVED", "RETURNED");

    private final Console console;

    public TimelinePages(Console console) {
        this.console = console;
    }

    public Optional<UUID> readId(OperatorRequest request) {
        return Uuids.parse(request.field("id"));
    }

    public Answer show(Timeline timeline, OperatorRequest request) {
        var thing = timeline.thing();
        var facts = Section.table(
                "",
                List.of("Name", "Merchant", "State", "Amount", "Phone", "Created (UTC)"),
                List.of(List.of(
                        Cell.of(
                                thing.name().isEmpty() ? "–" : thing.name(),
                                thing.id().toString()),
                        Cell.of(thing.merchantName(), thing.dialect().text()),
                        Cell.of(thing.status()),
                        Cell.of(thing.amount().toString()),
                        Cell.of(thing.phone().map(Phone::number).orElse("–")),
                        Cell.of(Times.at(thing.createdAt())))),
                "");
        var moments = Section.table(
                        "What happened",
                        List.of("When (UTC)", "What", "State", "Detail", ""),
                        timeline.moments().stream().map(TimelinePages::row).toList(),
                        "Nothing has happened yet.")
                .noting(timeline.complete() ? "" : "Only the newest " + timeline.most() + " of each kind are shown.");
        return console.draw(Sheet.of(title(thing), Place.SEARCH, facts, moments), request);
    }

    private static String title(Finding thing) {
        return switch (thing.kind()) {
            case INVOICE -> "Timeline of an invoice";
            case PAYMENT -> "Timeline of a payment";
        };
    }

    private static List<Cell> row(Moment moment) {
        return List.of(
                Cell.of(Times.at(moment.at())),
                Cell.of(moment.what(), moment.kind().name().toLowerCase(Locale.ROOT)),
                moment.state().isEmpty() ? Cell.of("") : Cell.state(moment.state(), tone(moment)),
                Cell.of(moment.detail(), moment.kind() == Moment.Kind.ATTEMPT ? "" : moment.name()),
                act(moment));
    }

    private static Cell act(Moment moment) {
        if (moment.kind() == Moment.Kind.CALLBACK && moment.state().equals("DEAD")) {
            return Cell.forms(ReplayPages.look("callback", moment.name(), "Replay …"));
        }
        return moment.kind() == Moment.Kind.NOTICE && moment.state().equals("PARKED")
                ? Cell.forms(ReplayPages.look("notice", moment.name(), "Send …"))
                : Cell.of("");
    }

    private static String tone(Moment moment) {
        if (moment.kind() == Moment.Kind.ATTEMPT) {
            return moment.state().startsWith("2") ? "good" : "bad";
        }
        if (BAD.contains(moment.state())) {
            return "bad";
        }
        return GOOD.contains(moment.state()) ? "good" : "note";
    }
}
