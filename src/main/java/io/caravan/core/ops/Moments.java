package io.caravan.core.ops;

/** All that happened to things. */
public interface Moments {

    Timeline of(Finding thing);
}
