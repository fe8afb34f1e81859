package io.caravan.usecase.privacy;

import io.caravan.core.privacy.Erasure;
import io.caravan.core.privacy.Erasures;

/** Counts the payers who are to be forgotten and cannot be, so that somebody looks. */
public class CountFailingErasures {

    private final Erasures erasures;

    public CountFailingErasures(Erasures erasures) {
        this.erasures = erasures;
    }

    public long count() {
        return erasures.failing(Erasure.FAILING);
    }
}
