package io.caravan.architecture.offenders.camel;

import io.caravan.architecture.offenders.dialect.first.First;

class SeesADialect {
    First dialect;
}
