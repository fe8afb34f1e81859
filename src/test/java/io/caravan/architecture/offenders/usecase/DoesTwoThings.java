package io.caravan.architecture.offenders.usecase;

public class DoesTwoThings {

    public void act() {}

    public void regret() {}
}
