package io.caravan.camel.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The folder of the routes, looked at again and again. What editors write beside a file, and hidden files, are not
 * part of it; a file that is being written, or replaced by another, is waited for.
 */
final class RouteFolder {

    private static final String ENDING = ".camel.yaml";

    /** By what a change of a file is noticed without reading it. */
    private record Stamp(FileTime changed, long size, Object file) {}

    /** A text that was read, or none if the file cannot be read. */
    private record Reading(Stamp stamp, Optional<RouteText> text) {}

    private final Path root;
    private Map<String, Stamp> last = Map.of();
    private Map<String, Reading> readings = Map.of();

    RouteFolder(Path root) {
        this.root = root;
    }

    /** All files as they are now, by path. */
    SortedMap<String, Optional<RouteText>> read() throws IOException {
        last = stamps();
        readings = new TreeMap<>(last.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> read(entry.getKey(), entry.getValue()))));
        return texts();
    }

    /**
     * All files, by path, if none has changed since the last look. A file that cannot be read is there without a text.
     *
     * @throws IOException if the folder cannot be read; that is not the same as an empty one
     */
    Optional<SortedMap<String, Optional<RouteText>>> look() throws IOException {
        var stamps = stamps();
        var settled = stamps.equals(last);
        last = stamps;
        if (!settled) {
            return Optional.empty();
        }
        var known = readings;
        readings = new TreeMap<>(stamps.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> known.containsKey(entry.getKey())
                                        && known.get(entry.getKey()).stamp().equals(entry.getValue())
                                ? known.get(entry.getKey())
                                : read(entry.getKey(), entry.getValue()))));
        return stamps.equals(stamps()) ? Optional.of(texts()) : Optional.empty();
    }

    private SortedMap<String, Optional<RouteText>> texts() {
        var texts = new TreeMap<String, Optional<RouteText>>();
        readings.forEach((path, reading) -> texts.put(path, reading.text()));
        return texts;
    }

    private Reading read(String path, Stamp stamp) {
        try {
            return new Reading(stamp, Optional.of(new RouteText(path, Files.readString(root.resolve(path)))));
        } catch (IOException e) {
            return new Reading(stamp, Optional.empty());
        }
    }

    private Map<String, Stamp> stamps() throws IOException {
        var stamps = new TreeMap<String, Stamp>();
        try (var files = Files.walk(root, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
            for (var file : (Iterable<Path>) files.filter(RouteFolder::isRouteFile)::iterator) {
                var path = root.relativize(file).toString().replace('\\', '/');
                stamp(file).ifPresent(stamp -> stamps.put(path, stamp));
            }
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        return stamps;
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isRouteFile(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".") && !name.startsWith("#") && !name.startsWith("~");
    }
}
