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

    private static final String BEGIN = "<!-- %s: written by bench/run -->\n";
    private static final String END = "<!-- end of %s -->";
    private static final double A_SECOND = 1_000;
    private static final String GROWTH = "growth-";

    private final String run;
    private final List<Finding> findings;

    /** @param run the file of the run, without its ending, as the documents see it */
    Figures(String run, List<Finding> findings) {
        this.run = run;
        this.findings = List.copyOf(findings);
    }

    void write(Path docs, String chart) throws IOException {
        if (!findings.stream().allMatch(Figures::isOfGrowth)) {
            replace(docs.resolve("performance.md"), "figures", performance());
            Files.writeString(docs.resolve("performance.svg"), chart);
        }
        if (findings.stream().anyMatch(Figures::isOfGrowth)) {
            replace(docs.resolve("performance.md"), "growth", growth());
        }
        if (findings.stream().anyMatch(Figures::isOfACreate)) {
            replace(docs.resolve("scaling.md"), "figures", scaling());
        }
    }

    private String performance() {
        return "From [this run](" + run
                + ".md):\n\n![How near the figures of the run are to their targets](performance.svg)"
                + "\n\n| path | measure | service | bare | ratio | to reach | reached |\n| --- | --- | ---: | ---: | ---: | --- | --- |\n"
                + findings.stream()
                        .filter(finding -> !isOfACreate(finding) && !isOfGrowth(finding))
                        .map(Figures::row)
                        .collect(Collectors.joining());
    }

    /** A row for each measure and a column for each number of stored invoices: what grows is seen at a glance. */
    private String growth() {
        var grown = findings.stream().filter(Figures::isOfGrowth).toList();
        var paths = grown.stream().map(Finding::path).distinct().toList();
        var table = new StringBuilder("From [this run](")
                .append(run)
                .append(".md):\n\n| with so many invoices stored | ")
                .append(paths.stream()
                        .map(path -> path.substring(GROWTH.length()))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n| --- |")
                .append(" ---: |".repeat(paths.size()))
                .append('\n');
        grown.stream().map(Figures::measure).distinct().forEach(measure -> table.append("| ")
                .append(measure)
                .append(" | ")
                .append(paths.stream()
                        .map(path -> grown.stream()
                                .filter(one ->
                                        one.path().equals(path) && measure(one).equals(measure))
                                .findFirst()
                                .map(one -> figure(one.value()))
                                .orElse(""))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return table.toString();
    }

    private static boolean isOfGrowth(Finding finding) {
        return finding.path().startsWith(GROWTH);
    }

    private static String measure(Finding finding) {
        return finding.measure() + ", " + finding.unit();
    }

    private static String row(Finding finding) {
        var comparison = finding.comparison();
        return "| "
                + String.join(
                        " | ",
                        finding.path(),
                        measure(finding),
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

    private static void replace(Path document, String place, String figures) throws IOException {
        var text = Files.readString(document);
        var first = BEGIN.formatted(place);
        var begin = text.indexOf(first);
        var end = text.indexOf(END.formatted(place));
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(document + " has no place for " + place);
        }
        Files.writeString(
                document, text.substring(0, begin + first.length()) + "\n" + figures + "\n" + text.substring(end));
    }
}
