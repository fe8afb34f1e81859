package io.caravan.core.notice;

import io.caravan.core.event.EventId;
import io.caravan.core.payer.Phone;
import java.util.Objects;
import java.util.UUID;

/** A message to a payer about a subject. */
public record Notice(NoticeId id, EventId event, UUID subject, NoticeKind kind, Channel channel, Phone recipient) {

    public Notice {
        Objects.requireNonNull(id);
        Objects.requireNonNull(event);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(recipient);
    }

    public static Notice of(EventId event, UUID subject, NoticeKind kind, Channel channel, Phone recipient) {
        return new Notice(NoticeId.of(event, recipient, kind), event, subject, kind, channel, recipient);
    }
}
