package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.ops.Finding;
import io.caravan.core.ops.Findings;
import io.caravan.core.ops.Newest;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.ops.SearchTerm;
import io.caravan.core.payer.Phone;
import java.util.List;

/** Finds invoices and payments by what somebody who calls can name. */
public final class SearchPages {

    private static final String MORE = "There are more: of each list that has this name only " + Findings.MOST
            + " are shown. An id names one thing.";

    private final Console console;

    public SearchPages(Console console) {
        this.console = console;
    }

    public SearchTerm readTerm(OperatorRequest request) {
        return new SearchTerm(request.field("q"));
    }

    public Answer show(Newest<Finding> findings, OperatorRequest request) {
        var form = Form.look(
                "search",
                Place.SEARCH.path(),
                "Search",
                "main",
                Field.search("q", "What to look for", request.field("q"), "an id, a reference, or a phone as +45…"));
        var asked = !request.field("q").isEmpty();
        var section = asked
                ? Section.table(
                                "",
                                List.of("What", "Name", "Merchant", "State", "Amount", "Phone", "Created (UTC)"),
                                findings.things().stream().map(SearchPages::row).toList(),
                                "Nothing is known by this name.")
                        .noting(findings.complete() ? "" : MORE)
                : Section.words(
                        "",
                        "Ids of invoices, payments, payment invoices (cpi_…), notices, instructions and callbacks (msg_…);"
                                + " numbers of invoices, references of merchants and payers, short codes; phones with country code.");
        return console.draw(Sheet.of(Place.SEARCH, section.with(form)), request);
    }

    private static List<Cell> row(Finding found) {
        return List.of(
                Cell.link(
                                found.kind().name().toLowerCase(java.util.Locale.ROOT),
                                Link.address("timeline", "id", found.id().toString()))
                        .with(found.id().toString()),
                Cell.of(found.name()),
                Cell.of(found.merchantName(), found.dialect().text()),
                Cell.of(found.status()),
                Cell.of(found.amount().toString()),
                Cell.of(found.phone().map(Phone::hint).orElse("")),
                Cell.of(Times.at(found.createdAt())));
    }
}
