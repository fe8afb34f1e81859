package io.caravan.core.health;

import java.time.Instant;

/** When each instance last committed something. */
public interface Heartbeats {

    void beat(String instance, Instant now);
}
