package io.caravan.usecase.notice;

import io.caravan.core.notice.Notices;
import java.time.Clock;

/** Makes notices ready whose time has come. */
public class ReleaseNotices {

    private static final int BATCH = 1000;

    private final Notices notices;
    private final Clock clock;

    public ReleaseNotices(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** Releases a batch of them and answers whether there may be more. */
    public boolean release() {
        return notices.release(clock.instant(), BATCH) >= BATCH;
    }
}
