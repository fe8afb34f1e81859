package io.caravan.usecase.notice;

import io.caravan.core.notice.Notices;

/** Finds notices whose message or consumer was lost, and makes them ready again. */
public class ReviveNotices {

    private static final int BATCH = 1000;

    private final Notices notices;

    public ReviveNotices(Notices notices) {
        this.notices = notices;
    }

    /** Revives a batch of them and answers whether there may be more. */
    public boolean revive() {
        return notices.revive(BATCH) >= BATCH;
    }
}
