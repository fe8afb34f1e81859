package io.caravan.usecase.ops;

import io.caravan.core.ops.Finding;
import io.caravan.core.ops.Findings;
import io.caravan.core.ops.Moments;
import io.caravan.core.ops.Timeline;
import java.util.Optional;
import java.util.UUID;

/** Tells all that happened to an invoice or a payment. That of a payment for an invoice is the invoice's. */
public class ShowTimeline {

    private final Findings findings;
    private final Moments moments;

    public ShowTimeline(Findings findings, Moments moments) {
        this.findings = findings;
        this.moments = moments;
    }

    /** @throws IllegalArgumentException if there is no such thing */
    public Timeline show(Optional<UUID> id) {
        var found = id.flatMap(findings::find)
                .orElseThrow(() -> new IllegalArgumentException("There is no invoice and no payment of this id"));
        Finding thing = found.invoice().flatMap(findings::find).orElse(found);
        return moments.of(thing);
    }
}
