package io.caravan.core.notice;

import io.caravan.core.event.EventId;
import io.caravan.core.id.Uuids;
import io.caravan.core.payer.Phone;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names a notice, and is its idempotency key at the gateway. */
public record NoticeId(UUID value) {

    public NoticeId {
        Objects.requireNonNull(value);
    }

    /** Always the same for the same event, recipient and kind: making a notice again makes no second one. */
    public static NoticeId of(EventId event, Phone recipient, NoticeKind kind) {
        return new NoticeId(Uuids.derived("notice/" + event + "/" + recipient.number() + "/" + kind));
    }

    public static Optional<NoticeId> parse(String text) {
        return Uuids.parse(text).map(NoticeId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
