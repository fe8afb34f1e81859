package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouteCountersTests {

    private static final Pattern COUNTER = Pattern.compile("metricsName: (caravan\\.[a-z.]+)");

    /** An alert on the increase of a counter never sees the first count of one that appears with it. */
    @Test
    void whateverRoutesCountIsThereBeforeItHappens() throws IOException {
        var registry = new SimpleMeterRegistry();
        new OperationsWiring().routeCounters("caravan").bindTo(registry);
        new SmsWiring().smsMetrics("caravan").bindTo(registry);

        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsAll(countedByRoutes())
                .contains("caravan.notices.parked");
    }

    private static List<String> countedByRoutes() throws IOException {
        try (var files = Files.walk(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .flatMap(RouteCountersTests::counters)
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> counters(Path file) {
        try {
            return COUNTER.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
