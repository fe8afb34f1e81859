package io.caravan.usecase;

import io.caravan.core.notice.Announcement;
import io.caravan.core.notice.Notices;

/** Writes down that the gateway has a notice. */
public class RecordSent {

    private final Notices notices;

    public RecordSent(Notices notices) {
        this.notices = notices;
    }

    public void record(Announcement announcement) {
        notices.sent(announcement.notice().id(), announcement.fence());
    }
}
