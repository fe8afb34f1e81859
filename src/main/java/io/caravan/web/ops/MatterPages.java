package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.id.Uuids;
import io.caravan.core.ops.Matter;
import io.caravan.core.ops.MatterOrder;
import io.caravan.core.ops.MatterQuery;
import io.caravan.core.ops.OperatorRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Alarms, differences from providers' lists, and late money: what is known of each, and where it leads. */
public final class MatterPages {

    private static final int FULL = 50;
    private static final String AFTER = "after";

    private final Console console;
    private final Times times;

    /** @param times business time */
    public MatterPages(Console console, Times times) {
        this.console = console;
        this.times = times;
    }

    public MatterQuery readQuery(OperatorRequest request) {
        return new MatterQuery(request.has("kind") ? kind(request) : Matter.Kind.ALARM, Positions.read(request, AFTER));
    }

    /** @throws IllegalArgumentException if it names nothing */
    public MatterOrder readOrder(OperatorRequest request) {
        var id = Uuids.parse(request.field("id"))
                .orElseThrow(() -> new IllegalArgumentException("There is no such alarm."));
        return new MatterOrder(kind(request), id, request.operator(), request.field("why"));
    }

    private static Matter.Kind kind(OperatorRequest request) {
        return Matter.Kind.parse(request.field("kind"))
                .orElseThrow(() -> new IllegalArgumentException("There is no such list."));
    }

    public Answer show(List<Matter> matters, OperatorRequest request) {
        var kind = readQuery(request).kind();
        var table = Section.table(
                        title(kind),
                        List.of("When (UTC)", "Finding", "What is known", "Payment", ""),
                        matters.stream().map(this::row).toList(),
                        "There is none.")
                .noting(note(kind));
        var section = matters.size() < FULL ? table : table.with(older(kind, matters.get(matters.size() - 1)));
        return console.draw(Sheet.of(Place.ALARMS, kinds(), section), request);
    }

    private static Link older(Matter.Kind kind, Matter last) {
        var at = last.position().at() + "_" + last.position().id();
        return Link.to("Older", Place.ALARMS.path(), "kind", kind.name(), AFTER, at);
    }

    private static Section kinds() {
        var links = Arrays.stream(Matter.Kind.values())
                .map(kind -> Link.to(title(kind), Place.ALARMS.path(), "kind", kind.name()));
        return Section.words("", "").with(links.toArray(Link[]::new));
    }

    private List<Cell> row(Matter matter) {
        var known = Stream.of(matter.about(), matter.provider().toLowerCase(java.util.Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .toList();
        return List.of(
                times.cell(matter.position().at()),
                Cell.state(matter.finding(), "note"),
                Cell.of(matter.what(), String.join(", ", known)),
                matter.payment()
                        .map(payment -> Cell.link("timeline", Link.address("timeline", "id", payment.toString()))
                                .with(matter.merchantName()))
                        .orElseGet(() -> Cell.of("none is known")),
                close(matter));
    }

    private static Cell close(Matter matter) {
        var id = matter.position().id().toString();
        return Cell.forms(Form.act(
                "close-" + id,
                "close",
                matter.kind() == Matter.Kind.LATE_MONEY ? "Paid back" : "Close",
                "second",
                Field.hidden("kind", matter.kind().name()),
                Field.hidden("id", id),
                Field.text("why", "What was found out", "what was found out")));
    }

    private static String title(Matter.Kind kind) {
        return switch (kind) {
            case ALARM -> "Alarms";
            case DIFFERENCE -> "Differences";
            case LATE_MONEY -> "Late money";
        };
    }

    private static String note(Matter.Kind kind) {
        return switch (kind) {
            case ALARM ->
                "What a provider said and was not believed, or what cannot be done. Ask the provider which is true; close"
                        + " what has been dealt with.";
            case DIFFERENCE ->
                "Between the lists of the card acquirer, the carrier and the bank, and what is known here.";
            case LATE_MONEY ->
                "It pays no invoice, and the provider does not give it back. Pay it back by hand, and then say so here.";
        };
    }
}
