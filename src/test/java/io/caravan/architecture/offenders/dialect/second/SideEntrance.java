package io.caravan.architecture.offenders.dialect.second;

public class SideEntrance {}
