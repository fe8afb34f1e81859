package io.caravan.architecture.offenders;

public class Wiring {}
