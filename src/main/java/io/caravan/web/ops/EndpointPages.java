package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.id.Uuids;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.ops.EndpointBoard;
import io.caravan.core.ops.EndpointHealth;
import io.caravan.core.ops.EndpointQuery;
import io.caravan.core.ops.OperatorRequest;
import java.util.List;
import java.util.Optional;

/** Where merchants want callbacks, and how that goes. */
public final class EndpointPages {

    private static final int FULL = 25;

    private static final List<String> COLUMNS =
            List.of("Merchant", "Where to", "Health", "On their way", "Given up", "State", "");

    private final Console console;
    private final Times times;
    private final HoldForms forms;

    /** @param times business time */
    public EndpointPages(Console console, Times times, HoldForms forms) {
        this.console = console;
        this.times = times;
        this.forms = forms;
    }

    /** @throws IllegalArgumentException if it names no merchant's id */
    public EndpointQuery readQuery(OperatorRequest request) {
        var merchant = request.field("merchant");
        return new EndpointQuery(
                merchant.isEmpty()
                        ? Optional.empty()
                        : Optional.of(MerchantId.parse(merchant)
                                .orElseThrow(() -> new IllegalArgumentException("This is no id of a merchant"))),
                Uuids.parse(request.field("after")));
    }

    public Answer show(EndpointBoard board, OperatorRequest request) {
        var find = Form.look(
                "find",
                Place.ENDPOINTS.path(),
                "Show",
                "second",
                Field.search("merchant", "Id of a merchant", request.field("merchant"), ""));
        var others = Section.table(
                        board.suspended().isEmpty() ? "" : "All",
                        COLUMNS,
                        rows(board.others(), board),
                        "There is no endpoint.")
                .with(find);
        var all = board.others().size() < FULL || request.has("merchant")
                ? others
                : others.with(Link.to("More", Place.ENDPOINTS.path(), "after", last(board)));
        return console.draw(
                board.suspended().isEmpty()
                        ? Sheet.of(Place.ENDPOINTS, all)
                        : Sheet.of(
                                Place.ENDPOINTS,
                                Section.table("Suspended", COLUMNS, rows(board.suspended(), board), "")
                                        .noting("They failed too often and get a probe at times. The first success"
                                                + " ends it; nothing has to be done."),
                                all),
                request);
    }

    private static String last(EndpointBoard board) {
        return board.others().get(board.others().size() - 1).id().toString();
    }

    private List<List<Cell>> rows(List<EndpointHealth> endpoints, EndpointBoard board) {
        return endpoints.stream().map(endpoint -> row(endpoint, board.holds())).toList();
    }

    private List<Cell> row(EndpointHealth endpoint, List<Hold> holds) {
        var id = endpoint.id().toString();
        var held = HoldForms.of(HoldKind.ENDPOINT, id, holds);
        return List.of(
                Cell.of(endpoint.merchantName(), endpoint.dialect().text()),
                Cell.of(endpoint.url(), id),
                health(endpoint),
                Cell.of(count(endpoint.waiting())),
                endpoint.dead() == 0
                        ? Cell.of("0")
                        : Cell.link(
                                count(endpoint.dead()),
                                Link.address(
                                        "replay",
                                        "kind",
                                        "merchant",
                                        "name",
                                        endpoint.merchant().toString())),
                forms.state(held),
                forms.cell(HoldKind.ENDPOINT, id, held));
    }

    private Cell health(EndpointHealth endpoint) {
        if (endpoint.suspendedSince().isPresent()) {
            return Cell.state("suspended", "bad")
                    .with(times.ago(endpoint.suspendedSince().get()));
        }
        return endpoint.failures() == 0
                ? Cell.state("well", "good")
                : Cell.state("failing", "note").with(endpoint.failures() + " in a row");
    }

    private static String count(int number) {
        return number >= EndpointHealth.MOST ? "more than " + EndpointHealth.MOST : Integer.toString(number);
    }
}
