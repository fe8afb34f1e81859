package io.caravan.usecase.ops;

import io.caravan.core.health.Backlog;

/** Measures how long work has been waiting. */
public class MeasureBacklog {

    private final Backlog.Source source;

    public MeasureBacklog(Backlog.Source source) {
        this.source = source;
    }

    public Backlog measure() {
        return source.measure();
    }
}
