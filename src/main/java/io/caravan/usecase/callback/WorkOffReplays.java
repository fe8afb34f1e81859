package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackPlace;
import io.caravan.core.callback.Replays;
import java.time.Clock;

/**
 * Puts some of the callbacks in line that merchants want to get again. So few at a time that nobody else waits for the
 * endpoint's row.
 */
public class WorkOffReplays {

    private static final int SOME = 500;

    private final Replays replays;
    private final Clock businessTime;
    private final Clock realTime;

    public WorkOffReplays(Replays replays, Clock businessTime, Clock realTime) {
        this.replays = replays;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /** Answers whether there may be more to do. */
    public boolean workOff() {
        var next = replays.next();
        next.ifPresent(this::workOff);
        return next.isPresent();
    }

    private void workOff(Replays.Started started) {
        var replay = started.replay();
        var some = replays.remaining(started, SOME);
        replays.put(
                replay.merchant(),
                some.stream().map(CallbackPlace::id).toList(),
                businessTime.instant(),
                replay.askedAt(),
                realTime.instant());
        if (some.size() < SOME) {
            replays.remove(replay);
        } else {
            replays.advance(replay, some.get(SOME - 1), realTime.instant());
        }
    }
}
