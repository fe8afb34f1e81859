package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.ops.ReplayOrder;
import io.caravan.core.ops.ReplayPreview;
import io.caravan.core.ops.ReplayTarget;

/** Says what a replay would send before anything is sent. */
public final class ReplayPages {

    private final Console console;

    public ReplayPages(Console console) {
        this.console = console;
    }

    /** What the address or the form names. */
    public ReplayTarget readTarget(OperatorRequest request) {
        return ReplayTarget.of(request.field("kind"), request.field("name"));
    }

    public ReplayOrder readOrder(OperatorRequest request) {
        return new ReplayOrder(readTarget(request), request.operator());
    }

    public Answer show(ReplayPreview preview, OperatorRequest request) {
        var target = preview.target();
        var back = Link.to("Back to dead letters", Place.DEAD_LETTERS.path());
        var section = preview.count() == 0
                ? Section.words("", "Nothing of it can be sent: somebody was faster, or there is no endpoint for it.")
                : Section.forms(
                        count(preview),
                        explanation(target.kind()),
                        Form.act(
                                "replay",
                                "replay",
                                "Send now",
                                "main",
                                Field.hidden("kind", target.kind().text()),
                                Field.hidden("name", target.name())));
        return console.draw(Sheet.of("Send once more?", Place.DEAD_LETTERS, section.with(back)), request);
    }

    /** The button that leads to this page. */
    static Form look(String kind, String name, String button) {
        return Form.lead(
                "replay-" + name, "replay", button, "second", Field.hidden("kind", kind), Field.hidden("name", name));
    }

    private static String count(ReplayPreview preview) {
        var what =
                switch (preview.target().kind()) {
                    case CALLBACK, MERCHANT -> preview.count() == 1 ? " callback" : " callbacks";
                    case NOTICE, CHANNEL -> preview.count() == 1 ? " notice" : " notices";
                };
        return preview.more() ? "More than " + preview.count() + what : preview.count() + what + " would be sent";
    }

    private static String explanation(ReplayTarget.Kind kind) {
        return switch (kind) {
            case CALLBACK -> "It keeps its id, by which the merchant can tell that it has had it before.";
            case MERCHANT ->
                "All that the merchant did not get, in the order of its events, in the background. New events of other"
                        + " invoices go first.";
            case NOTICE -> "It is dropped if the invoice has been closed meanwhile.";
            case CHANNEL -> "At most 500 at a time, the oldest first. Those of closed invoices are dropped.";
        };
    }
}
