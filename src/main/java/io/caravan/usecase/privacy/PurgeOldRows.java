package io.caravan.usecase.privacy;

import io.caravan.core.privacy.OldRow;
import io.caravan.core.privacy.OldRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Removes rows that tell of people and are old. */
public class PurgeOldRows {

    private static final int BATCH = 2000;

    private final OldRows rows;
    private final Map<OldRow, Duration> ages;
    private final Clock businessTime;
    private final Clock realTime;

    /** @param ages that each kind may reach */
    public PurgeOldRows(OldRows rows, Map<OldRow, Duration> ages, Clock businessTime, Clock realTime) {
        this.rows = rows;
        this.ages = new EnumMap<>(ages);
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /** Removes a batch of each kind and answers whether there may be more. */
    public boolean purge() {
        var more = false;
        for (var age : ages.entrySet()) {
            var kind = age.getKey();
            more |= rows.forget(kind, now(kind).minus(age.getValue()), BATCH) == BATCH;
        }
        return more;
    }

    private Instant now(OldRow kind) {
        return switch (kind) {
            case DAILY_COUNT, PROFILE_CONSENT -> businessTime.instant();
            case NOTICE, ACT, OLD_SECRET, ERASURE -> realTime.instant();
        };
    }
}
