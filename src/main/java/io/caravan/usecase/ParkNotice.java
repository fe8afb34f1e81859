package io.caravan.usecase;

import io.caravan.core.notice.Announcement;
import io.caravan.core.notice.Notices;

/** Gives a notice up for now. It keeps the reason, and can be sent again from its dead queue. */
public class ParkNotice {

    private final Notices notices;

    public ParkNotice(Notices notices) {
        this.notices = notices;
    }

    /** Parks the notice; there is none ({@code null}) when the route failed before it was claimed. */
    public void park(Announcement announcement, String reason) {
        if (announcement != null) {
            notices.parked(announcement.notice().id(), announcement.fence(), String.valueOf(reason));
        }
    }
}
