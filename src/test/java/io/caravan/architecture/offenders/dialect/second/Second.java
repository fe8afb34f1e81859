package io.caravan.architecture.offenders.dialect.second;

import io.caravan.architecture.offenders.dialect.first.First;

public class Second {
    First other;
}
