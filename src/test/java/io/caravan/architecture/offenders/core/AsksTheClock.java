package io.caravan.architecture.offenders.core;

import java.time.LocalDate;

class AsksTheClock {
    LocalDate today() {
        return LocalDate.now();
    }
}
