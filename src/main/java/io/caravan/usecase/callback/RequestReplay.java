package io.caravan.usecase.callback;

import io.caravan.core.callback.Replay;
import io.caravan.core.callback.ReplayRequest;
import io.caravan.core.callback.Replays;
import io.caravan.core.id.Uuids;
import io.caravan.core.problem.Busy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Takes a merchant's wish to get a range of callbacks again. It is stored, and worked off in the background. */
public class RequestReplay {

    private static final int MOST_OPEN = 20;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Replays replays;
    private final Clock businessTime;
    private final Clock realTime;

    public RequestReplay(Replays replays, Clock businessTime, Clock realTime) {
        this.replays = replays;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /**
     * Answers how many will be sent.
     *
     * @throws Busy if too many wishes of the merchant are not worked off yet
     */
    public long request(ReplayRequest request) {
        if (replays.open(request.merchant()) >= MOST_OPEN) {
            throw new Busy(RETRY_AFTER);
        }
        var now = businessTime.instant();
        var replay = new Replay(
                Uuids.ordered(),
                request.merchant(),
                request.status(),
                request.from().orElse(Instant.EPOCH),
                request.to().filter(now::isAfter).orElse(now.plusMillis(1)),
                realTime.instant());
        long count = replays.count(replay);
        if (count > 0) {
            replays.add(replay);
        }
        return count;
    }
}
