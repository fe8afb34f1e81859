package io.caravan.usecase.notice;

import io.caravan.core.notice.Notices;
import java.util.List;

/** Writes down which notices are on their queues. */
public class RecordQueued {

    private final Notices notices;

    public RecordQueued(Notices notices) {
        this.notices = notices;
    }

    public void record(List<Notices.Waiting> queued) {
        notices.queued(queued.stream().map(Notices.Waiting::id).toList());
    }
}
