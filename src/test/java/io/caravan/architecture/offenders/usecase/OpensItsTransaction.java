package io.caravan.architecture.offenders.usecase;

import org.springframework.transaction.annotation.Transactional;

public class OpensItsTransaction {

    @Transactional
    public void act() {}
}
