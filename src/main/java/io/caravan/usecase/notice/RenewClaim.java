package io.caravan.usecase.notice;

import io.caravan.core.notice.Notices;
import io.caravan.core.notice.Outgoing;

/** Keeps a notice for one more call to its gateway. */
public class RenewClaim {

    private final Notices notices;

    public RenewClaim(Notices notices) {
        this.notices = notices;
    }

    /** Whether it was kept: if somebody else has taken it meanwhile, nothing changes. */
    public boolean renew(Outgoing announcement) {
        return notices.renew(announcement.notice().id(), announcement.fence(), ClaimNotice.LEASE);
    }
}
