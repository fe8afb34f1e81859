package io.caravan.core.notice;

import io.caravan.core.event.Event;
import io.caravan.core.event.Outbox;
import io.caravan.core.payer.Phone;
import java.util.Optional;

/** Which event makes which notice. */
public final class NoticeRules {

    private NoticeRules() {}

    /** The notice that this event makes, if any. */
    public static Optional<Notice> noticeOf(Outbox.Entry entry) {
        return entry.recipient().flatMap(phone -> noticeOf(entry.event(), phone));
    }

    private static Optional<Notice> noticeOf(Event event, Phone phone) {
        return switch (event.type()) {
            case INVOICE_CREATED -> Optional.of(notice(event, NoticeKind.INVOICE_CREATED, phone));
            case CONSENT_ASKED -> Optional.of(notice(event, NoticeKind.CONSENT_ASKED, phone));
            case PAYMENT_CREATED -> Optional.of(notice(event, NoticeKind.PAYMENT_ASKED, phone));
            default -> Optional.empty();
        };
    }

    private static Notice notice(Event event, NoticeKind kind, Phone phone) {
        return Notice.of(event.id(), event.subject(), kind, kind.channel(), phone);
    }
}
