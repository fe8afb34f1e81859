package io.caravan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The figures in the documents: what stands between two markers there is written by a run, and nothing else is touched.
 * So no figure in them is copied by hand, and each names its run.
 */
final class Figures {

    private static final String BEGIN = "<!-- figures: written by bench/run record -->\n";
    private static final String END = "<!-- end of figures -->";
    private static final double A_SECOND = 1_000;

    private final String run;
    private final List<Finding> findings;

    /** @param run the file of the run, without its ending, as the documents see it */
    Figures(String run, List<Finding> findings) {
        this.run = run;
        this.findings = List.copyOf(findings);
    }

    void write(Path docs, String chart) throws IOException {
        replace(docs.resolve("performance.md"), performance());
        if (findings.stream().anyMatch(Figures::isOfACreate)) {
            replace(docs.resolve("scaling.md"), scaling());
        }
        Files.writeString(docs.resolve("performance.svg"), chart);
    }

    private String performance() {
        return "From [this run](" + run
                + ".md):\n\n![How near the figures of the run are to their targets](performance.svg)"
                + "\n\n| path | measure | service | bare | ratio | to reach | reached |\n| --- | --- | ---: | ---: | ---: | --- | --- |\n"
                + findings.stream()
                        .filter(finding -> !isOfACreate(finding))
                        .map(Figures::row)
                        .collect(Collectors.joining());
    }

    private static String row(Finding finding) {
        var comparison = finding.comparison();
        return "| "
                + String.join(
                        " | ",
                        finding.path(),
                        finding.measure() + ", " + finding.unit(),
                        figure(finding.value()),
                        comparison.map(other -> figure(other.bare())).orElse(""),
                        comparison
                                .map(other -> String.format(
                                        Locale.ROOT,
                                        "%.2f (%.2f to %.2f)",
                                        other.ratio(),
                                        other.lowest(),
                                        other.highest()))
                                .orElse(""),
                        finding.target().map(Finding.Target::toString).orElse(""),
                        finding.reached().map(reached -> reached ? "yes" : "no").orElse(""))
                + " |\n";
    }

    private String scaling() {
        return "From [this run](" + run
                + ".md):\n\n| of one create, with all that follows | | of a thousand a second |\n"
                + "| --- | ---: | ---: |\n"
                + findings.stream()
                        .filter(Figures::isOfACreate)
                        .map(finding -> "| %s | %s %s | %s |\n"
                                .formatted(
                                        finding.measure(),
                                        figure(finding.value()),
                                        finding.unit().equals("count") ? "" : finding.unit(),
                                        ofAThousand(finding)))
                        .collect(Collectors.joining());
    }

    private static String ofAThousand(Finding finding) {
        return switch (finding.unit()) {
            case "us" -> String.format(Locale.ROOT, "%.1f cores", finding.value() * A_SECOND / 1e6);
            case "bytes" ->
                String.format(
                        Locale.ROOT,
                        "%.1f MB/s, %.0f GB a day",
                        finding.value() * A_SECOND / 1e6,
                        finding.value() * A_SECOND * 86_400 / 1e9);
            default -> String.format(Locale.ROOT, "%,.0f 1/s", finding.value() * A_SECOND);
        };
    }

    private static boolean isOfACreate(Finding finding) {
        return finding.path().equals("create-postgresql")
                && (finding.measure().startsWith("database: ")
                        || finding.measure().startsWith("service: "));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static void replace(Path document, String figures) throws IOException {
        var text = Files.readString(document);
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(document + " has no place for figures");
        }
        Files.writeString(
                document, text.substring(0, begin + BEGIN.length()) + "\n" + figures + "\n" + text.substring(end));
    }
}
