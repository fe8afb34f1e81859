package io.caravan.core.ops;

import io.caravan.core.callback.DeliveryId;
import io.caravan.core.id.Uuids;
import io.caravan.core.payer.Phone;
import java.util.Optional;
import java.util.UUID;

/** What an operator looks for: an id, a phone, or a reference as somebody wrote it. */
public record SearchTerm(String text) {

    private static final int LONGEST = 255;

    public SearchTerm {
        text = text.strip();
        text = text.substring(0, Math.min(text.length(), LONGEST));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public Optional<UUID> id() {
        return Uuids.parse(text);
    }

    /** With its plus sign. */
    public Optional<Phone> phone() {
        return Phone.parse(text);
    }

    public Optional<DeliveryId> delivery() {
        return DeliveryId.parse(text);
    }
}
