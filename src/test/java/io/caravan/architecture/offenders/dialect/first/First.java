package io.caravan.architecture.offenders.dialect.first;

public class First {}
