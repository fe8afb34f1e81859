package io.caravan.usecase.notice;

import io.caravan.core.notice.Notices;
import io.caravan.core.notice.Outgoing;

/** Gives a notice up for now. It keeps the reason, and can be sent again from its dead queue. */
public class ParkNotice {

    private final Notices notices;

    public ParkNotice(Notices notices) {
        this.notices = notices;
    }

    /** Parks the notice; there is none ({@code null}) when the route failed before it was claimed. */
    public void park(Outgoing announcement, String reason) {
        if (announcement != null) {
            notices.parked(announcement.notice().id(), announcement.fence(), String.valueOf(reason));
        }
    }
}
