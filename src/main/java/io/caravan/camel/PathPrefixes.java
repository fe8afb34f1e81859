package io.caravan.camel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.http.common.HttpConsumer;
import org.apache.camel.http.common.HttpRestServletResolveConsumerStrategy;

/**
 * Finds the route of a request as Camel does, but among those only whose paths begin as the request's does and are as
 * long. Camel alone takes all paths apart for each request.
 */
public final class PathPrefixes extends HttpRestServletResolveConsumerStrategy {

    private static final char SLASH = '/';

    /** What Camel makes of it is its own. */
    private static final String EMPTY_PART = "//";

    /** What was known of these consumers: routes come and go when their files change. */
    private record Known(List<HttpConsumer> consumers, List<Entry> entries) {

        /** Without looking any of them up by its path; in another order they count as others. */
        boolean isOf(Collection<HttpConsumer> others) {
            int n = 0;
            for (var other : others) {
                if (n == consumers.size() || consumers.get(n) != other) {
                    return false;
                }
                n++;
            }
            return n == consumers.size();
        }
    }

    private record Entry(String key, HttpConsumer consumer, String prefix, int slashes, boolean anyLength) {

        static Entry of(String key, HttpConsumer consumer) {
            var path = trimmed(consumer.getPath());
            return new Entry(
                    key,
                    consumer,
                    path.substring(0, lengthOfPlainStart(path)),
                    countOfSlashes(path),
                    path.indexOf('*') >= 0);
        }

        boolean mayTake(String path, int slashesOfPath) {
            return anyLength || slashes == slashesOfPath && path.startsWith(prefix);
        }
    }

    private volatile Known known = new Known(List.of(), List.of());

    @Override
    protected HttpConsumer doResolve(HttpServletRequest request, String method, Map<String, HttpConsumer> consumers) {
        var asked = request.getPathInfo();
        var all = entries(consumers);
        if (asked == null || asked.contains(EMPTY_PART) || all.isEmpty()) {
            return super.doResolve(request, method, consumers);
        }
        var path = trimmed(asked);
        int slashes = countOfSlashes(path);
        var candidates = new HashMap<String, HttpConsumer>();
        for (var entry : all) {
            if (entry.mayTake(path, slashes)) {
                candidates.put(entry.key(), entry.consumer());
            }
        }
        return super.doResolve(request, method, candidates);
    }

    private List<Entry> entries(Map<String, HttpConsumer> consumers) {
        var current = known;
        if (!current.isOf(consumers.values())) {
            var copy = new LinkedHashMap<>(consumers);
            current = new Known(List.copyOf(copy.values()), index(copy));
            known = current;
        }
        return current.entries();
    }

    /** Empty where a consumer takes whatever is below its path: then length and beginning say nothing. */
    private static List<Entry> index(Map<String, HttpConsumer> consumers) {
        return consumers.values().stream().anyMatch(one -> one.getEndpoint().isMatchOnUriPrefix())
                ? List.of()
                : consumers.entrySet().stream()
                        .map(entry -> Entry.of(entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** As Camel compares: without case, and without a slash at either end. */
    private static String trimmed(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int end = path.length() > start && path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(start, end).toLowerCase(Locale.ENGLISH);
    }

    private static int lengthOfPlainStart(String path) {
        int brace = path.indexOf('{');
        return brace < 0 ? path.length() : brace;
    }

    private static int countOfSlashes(String path) {
        int n = 0;
        for (int i = 0; i < path.length(); i++) {
            n += path.charAt(i) == SLASH ? 1 : 0;
        }
        return n;
    }
}
