package io.caravan.architecture.offenders.channel.push;

import io.caravan.architecture.offenders.dialect.first.First;

class SeesADialect {
    First dialect;
}
