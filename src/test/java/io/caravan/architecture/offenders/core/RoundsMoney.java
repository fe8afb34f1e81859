package io.caravan.architecture.offenders.core;

record RoundsMoney(double amount) {}
