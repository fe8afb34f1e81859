package io.caravan.usecase.ops;

import io.caravan.core.ops.StuckWork;
import io.caravan.core.ops.StuckWorks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tells operators what has not ended, by part, state and age. */
public class FindStuckWork {

    /** What is due may take so long before anybody calls it late. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final StuckWorks works;
    private final Clock businessTime;

    public FindStuckWork(StuckWorks works, Clock businessTime) {
        this.works = works;
        this.businessTime = businessTime;
    }

    public List<StuckWork> find() {
        return works.find(businessTime.instant().minus(GRACE));
    }
}
