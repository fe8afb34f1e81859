package io.caravan.usecase.ops;

import io.caravan.core.health.Heartbeats;
import java.time.Clock;

/** Commits a row, which proves that this instance can. */
public class BeatHeart {

    private final Heartbeats heartbeats;
    private final Clock realTime;

    public BeatHeart(Heartbeats heartbeats, Clock realTime) {
        this.heartbeats = heartbeats;
        this.realTime = realTime;
    }

    public void beat(String instance) {
        heartbeats.beat(instance, realTime.instant());
    }
}
