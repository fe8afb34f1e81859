package io.caravan.architecture.offenders.store;

import java.time.Clock;

class MakesAClock {
    Clock clock = Clock.systemUTC();
}
