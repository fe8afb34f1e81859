package io.caravan.usecase.notice;

import io.caravan.core.notice.Notices;
import java.time.Duration;
import java.util.List;

/** Takes notices that are to be put on their channels' queues. */
public class TakeNotices {

    private static final int BATCH = 500;

    /** Long enough to put a batch on the queues. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final Notices notices;

    public TakeNotices(Notices notices) {
        this.notices = notices;
    }

    public List<Notices.Waiting> take() {
        return notices.takeReady(BATCH, LEASE);
    }
}
