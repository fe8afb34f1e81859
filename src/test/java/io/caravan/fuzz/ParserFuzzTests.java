package io.caravan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.fuzz.FuzzParsers.Parser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts with something wrong in them, for each parser of what others write: each is read, or refused in the parser's own
 * way, and soon. {@code caravan.fuzz.texts} and {@code caravan.fuzz.seed} say how many for each parser and which; what went
 * wrong is written to target/fuzz, and kept as files once it is understood: {parser}.{anything}.txt.
 */
class ParserFuzzTests {

    /** Of a processor's time, so that it does not count what else the machine does. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MANY = Integer.getInteger("caravan.fuzz.texts", 400);
    private static final long SEED = Long.getLong("caravan.fuzz.seed", 9);
    private static final Path REGRESSIONS = Path.of("src/test/resources/fuzz/parsers");

    private static final FuzzParsers PARSERS = new FuzzParsers();

    static List<Parser> parsers() {
        return PARSERS.all();
    }

    static Stream<Path> regressions() throws IOException {
        return Files.list(REGRESSIONS)
                .filter(file -> file.toString().endsWith(".txt"))
                .sorted();
    }

    /** The first reading may take longer: some have a schema to load. */
    @BeforeAll
    static void warmUp() {
        PARSERS.all().forEach(parser -> parser.seeds().forEach(parser::fault));
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void whatItReadsIsRead(Parser parser) {
        assertThat(parser.seeds())
                .allSatisfy(seed -> assertThat(parser.fault(seed)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void whateverIsWrittenIsReadOrRefusedProperly(Parser parser) throws IOException {
        var random = new Random(SEED);
        var mutation = new Mutation(random);
        var bad = new ArrayList<String>();

        for (int i = 0; i < MANY / parser.effort(); i++) {
            var seed = parser.seeds().get(random.nextInt(parser.seeds().size()));
            var text = mutation.of(seed);
            var complaint = complaint(parser, text);
            if (!complaint.isEmpty()) {
                bad.add(complaint + "\n" + text);
                var file = Path.of("target", "fuzz", parser + "." + SEED + "-" + i + ".txt");
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        }

        assertThat(bad).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void whatWasReadBadlyOnceIsReadWell(Path file) throws IOException {
        var parser = PARSERS.named(file.getFileName().toString().replaceFirst("\\..*", ""));

        assertThat(complaint(parser, Files.readString(file))).isEmpty();
    }

    private static String complaint(Parser parser, String text) {
        long began = THREADS.getCurrentThreadCpuTime();
        var fault = parser.fault(text);
        var took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - began);
        return fault.map(e -> e + " at " + e.getStackTrace()[0]).orElse(took.compareTo(SOON) > 0 ? "took " + took : "");
    }
}
