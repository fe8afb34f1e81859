package io.caravan.architecture.offenders.camel;

import io.caravan.architecture.offenders.Wiring;

class SeesTheWiring {
    Wiring wiring;
}
