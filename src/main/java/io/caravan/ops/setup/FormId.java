package io.caravan.ops.setup;

import io.caravan.core.id.Uuids;
import io.caravan.core.ops.OperatorRequest;
import java.util.UUID;

/** What tells one form from another that looks the same, so that each is done once. */
final class FormId {

    private FormId() {}

    /** @throws IllegalArgumentException if the form has none */
    static UUID read(OperatorRequest request) {
        return Uuids.parse(request.field("once"))
                .orElseThrow(() -> new IllegalArgumentException("This form is incomplete: begin again."));
    }
}
