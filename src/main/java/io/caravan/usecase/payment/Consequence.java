package io.caravan.usecase.payment;

/** What follows from an outcome, for a kind of operation. */
interface Consequence {

    void done(Settled settled);

    void refused(Settled settled);
}
