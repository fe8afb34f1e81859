package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.setup.Thing;
import io.caravan.core.setup.ThingKind;
import io.caravan.core.setup.ThingPage;
import io.caravan.core.setup.ThingQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists of what has been set up, kind by kind. */
public final class ThingPages {

    private final Console console;

    public ThingPages(Console console) {
        this.console = console;
    }

    /** @throws IllegalArgumentException if there is no such kind, or the merchant's id is none */
    public ThingQuery readQuery(OperatorRequest request) {
        var kind = request.has("kind")
                ? ThingKind.parse(request.field("kind"))
                        .orElseThrow(() -> new IllegalArgumentException("There is no such kind of thing."))
                : ThingKind.MERCHANT;
        var merchant = request.field("merchant");
        return new ThingQuery(
                kind,
                merchant.isEmpty()
                        ? Optional.empty()
                        : Optional.of(MerchantId.parse(merchant)
                                .orElseThrow(() -> new IllegalArgumentException("This is no id of a merchant."))),
                request.field("q"),
                request.has("after")
                        ? Optional.of(new ThingQuery.After(request.field("title"), request.field("after")))
                        : Optional.empty());
    }

    public Answer show(ThingPage page, OperatorRequest request) {
        var query = page.query();
        var find = Form.look("find", Place.SETUP.path(), "Search", "second", find(query));
        var list = list(page, query.kind().title()).with(forms(query, find)).with(more(page));
        var section = query.merchant().isPresent() ? list.noting("Of one merchant only.") : list;
        return console.draw(Sheet.of(Place.SETUP, kinds(), section), request);
    }

    private static Field[] find(ThingQuery query) {
        var kind = Field.hidden("kind", query.kind().text());
        var text = Field.maybe("search", "q", "Name or id", query.text(), "a part of it");
        return query.merchant()
                .map(merchant -> new Field[] {kind, Field.hidden("merchant", merchant.toString()), text})
                .orElseGet(() -> new Field[] {kind, text});
    }

    private static Form[] forms(ThingQuery query, Form find) {
        return query.kind().isOfMerchant() && query.merchant().isEmpty()
                ? new Form[] {find}
                : new Form[] {find, create(query.kind(), query.merchant(), "main")};
    }

    /** The way to something new. */
    static Form create(ThingKind kind, Optional<MerchantId> merchant, String tone) {
        var what = Field.hidden("kind", kind.text());
        var button = "New " + kind.word() + " …";
        return merchant.map(id -> Form.lead(
                        "new-" + kind.text(),
                        "setup-form",
                        button,
                        tone,
                        what,
                        Field.hidden("merchant", id.toString())))
                .orElseGet(() -> Form.lead("new-" + kind.text(), "setup-form", button, tone, what));
    }

    private static Section kinds() {
        var links = Arrays.stream(ThingKind.values())
                .map(kind -> Link.to(kind.title(), Place.SETUP.path(), "kind", kind.text()));
        var others = Stream.of(Link.to("As a JSON document", "setup-json"));
        return Section.words("", "").with(Stream.concat(links, others).toArray(Link[]::new));
    }

    /** The things of a page, each with the way to it. */
    static Section list(ThingPage page, String title) {
        var columns =
                page.query().kind().isOfMerchant() ? List.of("Name", "State", "Merchant") : List.of("Name", "State");
        return Section.table(
                title, columns, page.things().stream().map(ThingPages::row).toList(), "There is none.");
    }

    private static List<Cell> row(Thing thing) {
        var name = thing.name();
        var first = Cell.link(thing.title(), address("setup-thing", thing))
                .with(thing.title().equals(name.id()) ? "" : name.id());
        var state = thing.state().isEmpty() ? Cell.of("") : Cell.state(thing.state(), tone(thing.state()));
        return name.merchant().isPresent()
                ? List.of(first, state, Cell.of(thing.merchantName()))
                : List.of(first, state);
    }

    private static String address(String path, Thing thing) {
        return ThingFormPages.address(path, thing.name());
    }

    static String tone(String state) {
        return switch (state) {
            case "disabled", "blocked" -> "bad";
            case "pending" -> "note";
            default -> "good";
        };
    }

    private static Link[] more(ThingPage page) {
        var query = page.query();
        if (!page.more()) {
            return new Link[0];
        }
        var last = page.things().get(page.things().size() - 1);
        return new Link[] {
            Link.to(
                    "More",
                    Place.SETUP.path(),
                    "kind",
                    query.kind().text(),
                    "merchant",
                    query.merchant().map(MerchantId::toString).orElse(""),
                    "q",
                    query.text(),
                    "title",
                    last.title(),
                    "after",
                    last.name().id())
        };
    }
}
