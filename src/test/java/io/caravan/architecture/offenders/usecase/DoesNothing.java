package io.caravan.architecture.offenders.usecase;

public class DoesNothing {
    void act() {}
}
