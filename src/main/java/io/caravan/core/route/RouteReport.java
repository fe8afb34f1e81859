package io.caravan.core.route;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an instance says that it runs.
 *
 * @param hash of all files together; equal hashes mean equal routes
 * @param files the hash of each file, by its path
 */
public record RouteReport(String instance, Instant at, String hash, Map<String, String> files) {

    public RouteReport {
        files = Map.copyOf(files);
    }

    /** The files that the other instance runs in another version, or that only one of the two runs. */
    public SortedSet<String> differences(RouteReport other) {
        var paths = new TreeSet<>(files.keySet());
        paths.addAll(other.files().keySet());
        paths.removeIf(path -> Objects.equals(files.get(path), other.files().get(path)));
        return paths;
    }
}
