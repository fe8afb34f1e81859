package io.caravan.web.ops;

import java.util.Arrays;
import java.util.Optional;

/** A page of the console that its navigation leads to. */
public enum Place {
    OVERVIEW("overview", "Overview"),
    SEARCH("search", "Search"),
    DEAD_LETTERS("dead-letters", "Dead letters"),
    ENDPOINTS("endpoints", "Callbacks"),
    TRANSFERS("transfers", "Transfers"),
    ALARMS("alarms", "Alarms"),
    CHANNELS("channels", "Channels"),
    JOBS("jobs", "Jobs"),
    SETUP("setup", "Set up"),
    SECRETS("secrets", "Secrets"),
    PRIVACY("privacy", "Privacy"),
    ROUTES("routes", "Routes"),
    ACTS("acts", "Audit");

    private final String path;
    private final String title;

    Place(String path, String title) {
        this.path = path;
        this.title = title;
    }

    /** Seen from all other pages. */
    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    /** The place of this path. */
    static Optional<Place> at(String path) {
        return Arrays.stream(values()).filter(place -> place.path.equals(path)).findFirst();
    }
}
