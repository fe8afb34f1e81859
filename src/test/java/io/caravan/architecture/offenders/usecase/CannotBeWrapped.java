package io.caravan.architecture.offenders.usecase;

public final class CannotBeWrapped {
    public void act() {}
}
