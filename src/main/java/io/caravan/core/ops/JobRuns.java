package io.caravan.core.ops;

import java.util.List;

/** The jobs and their ticks. */
public interface JobRuns {

    /** By name. */
    List<JobRun> all();
}
