package io.caravan.web.ops;

import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.HoldOrder;
import io.caravan.core.ops.OperatorRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The switches by which something is held and released, on whichever page it is shown. */
public final class HoldForms {

    private final Times times;

    public HoldForms(Times times) {
        this.times = times;
    }

    /**
     * What the switch says.
     *
     * @throws IllegalArgumentException if nothing of the kind can be held
     */
    public HoldOrder read(OperatorRequest request) {
        return new HoldOrder(
                kind(request.field("kind")),
                request.field("name").toLowerCase(Locale.ROOT),
                request.operator(),
                request.field("why"));
    }

    static Optional<Hold> of(HoldKind kind, String name, List<Hold> holds) {
        return holds.stream()
                .filter(hold -> hold.kind() == kind && hold.name().equals(name))
                .findFirst();
    }

    Cell state(Optional<Hold> held) {
        return held.map(hold -> Cell.state("held", "note")
                        .with("for %s by %s: %s".formatted(times.age(hold.since()), hold.by(), hold.why())))
                .orElseGet(() -> Cell.state("open", "good"));
    }

    Cell cell(HoldKind kind, String name, Optional<Hold> held) {
        var what = new Field[] {Field.hidden("kind", kind.text()), Field.hidden("name", name)};
        var id = kind.text() + "-" + name;
        return held.isPresent()
                ? Cell.forms(Form.act(id, "release", "Release", "main", what))
                : Cell.forms(Form.act(
                        id,
                        "hold",
                        "Hold",
                        "second",
                        what[0],
                        what[1],
                        Field.text("why", "Why", "why? for the others")));
    }

    private static HoldKind kind(String text) {
        return Arrays.stream(HoldKind.values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing of this kind can be held"));
    }
}
