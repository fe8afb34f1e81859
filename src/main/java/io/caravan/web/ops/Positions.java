package io.caravan.web.ops;

import io.caravan.core.id.Uuids;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.ops.Position;
import io.caravan.core.time.Instants;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Places in lists, in addresses: {@code 2026-01-31T12:00:00Z_id}. */
final class Positions {

    private Positions() {}

    /** The beginning, if the address says nothing. */
    static Position read(OperatorRequest request, String name) {
        if (request.field(name).isEmpty()) {
            return Position.FIRST;
        }
        var parts = request.field(name).split("_", 2);
        try {
            var at = Optional.of(Instant.parse(parts[0])).filter(Instants::isStorable);
            return new Position(at.orElseThrow(), Uuids.parse(parts[1]).orElseThrow());
        } catch (DateTimeParseException | IndexOutOfBoundsException | NoSuchElementException e) {
            throw new IllegalArgumentException("'" + name + "' is no place in a list.", e);
        }
    }

    /** Leads to what comes after this place. The other list of the page stays where it is. */
    static Link older(Place page, String name, Position last, String other, OperatorRequest request) {
        var at = last.at() + "_" + last.id();
        return request.field(other).isEmpty()
                ? Link.to("Older", page.path(), name, at)
                : Link.to("Older", page.path(), name, at, other, request.field(other));
    }
}
