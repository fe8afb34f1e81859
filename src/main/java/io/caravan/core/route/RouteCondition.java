package io.caravan.core.route;

/** How a file of routes stands to what an instance runs. */
public enum RouteCondition {

    /** As it is. */
    RUNS,

    /** Not at the moment: the older version ends what it works on. */
    SWAPS,

    /** In an older version, or not at all: as it is, it cannot run. */
    BROKEN,

    /** In an older version until the instance is started again. */
    WAITS
}
