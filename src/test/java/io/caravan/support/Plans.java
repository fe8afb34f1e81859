package io.caravan.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.store.Database;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How databases have carried out a statement. */
public final class Plans {

    private static final Pattern H2_SCANS = Pattern.compile("scanCount: (\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Plans() {}

    /** What goes before a statement so that it runs and its plan comes back in one row. */
    public static String explain(Database database) {
        return switch (database) {
            case H2 -> "explain analyze ";
            case POSTGRESQL -> "explain (analyze, format json) ";
        };
    }

    /** How many rows of tables and indexes the database has looked at. */
    public static long rows(Database database, String plan) {
        return switch (database) {
            case H2 ->
                H2_SCANS.matcher(plan)
                        .results()
                        .mapToLong(scan -> Long.parseLong(scan.group(1)))
                        .sum();
            case POSTGRESQL ->
                nodes(read(plan).at("/0/Plan"))
                        .filter(node -> node.has("Relation Name") || node.has("Index Name"))
                        .mapToLong(Plans::rows)
                        .sum();
        };
    }

    private static long rows(JsonNode node) {
        double once = Stream.of("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
                .mapToDouble(name -> node.path(name).asDouble())
                .sum();
        return Math.round(once * node.path("Actual Loops").asDouble());
    }

    private static Stream<JsonNode> nodes(JsonNode node) {
        return Stream.concat(
                Stream.of(node),
                StreamSupport.stream(node.path("Plans").spliterator(), false).flatMap(Plans::nodes));
    }

    private static JsonNode read(String plan) {
        try {
            return JSON.readTree(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(plan, e);
        }
    }
}
