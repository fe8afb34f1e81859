package io.caravan.usecase.notice;

import io.caravan.core.notice.Notices;
import io.caravan.core.notice.Outgoing;

/** Writes down that the gateway has a notice. */
public class RecordSent {

    private final Notices notices;

    public RecordSent(Notices notices) {
        this.notices = notices;
    }

    public void record(Outgoing announcement) {
        notices.sent(announcement.notice().id(), announcement.fence());
    }
}
