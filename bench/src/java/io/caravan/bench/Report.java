package io.caravan.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run on paper: as Markdown for people, as JSON for programs that compare runs. */
final class Report {

    private static final DateTimeFormatter FILE = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm");

    private final ZonedDateTime at;
    private final Map<String, String> machine;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Report(ZonedDateTime at, Map<String, String> machine) {
        this.at = at.withZoneSameInstant(ZoneOffset.UTC);
        this.machine = new LinkedHashMap<>(machine);
    }

    void add(Finding finding) {
        findings.add(finding);
        System.out.println(row(finding));
    }

    /** Something a reader of the figures must know. */
    void remark(String remark) {
        remarks.add(remark);
        System.out.println("> " + remark);
    }

    void fact(String name, String value) {
        machine.put(name, value);
    }

    /** Writes both files and tells where they are, without their endings. */
    Path write(Path directory) throws IOException {
        Files.createDirectories(directory);
        var file = directory.resolve(FILE.format(at));
        Files.writeString(directory.resolve(file.getFileName() + ".md"), markdown());
        Files.writeString(directory.resolve(file.getFileName() + ".json"), json());
        if (!chart().isEmpty()) {
            Files.writeString(directory.resolve(file.getFileName() + ".svg"), chart());
        }
        return file;
    }

    /** Puts the figures of the run into the documents of this folder. */
    void writeInto(Path docs, Path file) throws IOException {
        new Figures(docs.relativize(file).toString(), findings).write(docs, chart());
    }

    private String chart() {
        return Chart.of(
                "Run of " + at.toLocalDate() + " " + at.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + " UTC, "
                        + machine.get("cores") + " cores",
                findings);
    }

    String markdown() {
        var text = new StringBuilder("# Run of " + at.toLocalDate() + "\n\n");
        machine.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append("\n| path | measure | service | bare | ratio (lowest to highest) | target | reached |\n");
        text.append("| --- | --- | ---: | ---: | ---: | --- | --- |\n");
        findings.forEach(finding -> text.append(row(finding)).append('\n'));
        if (!remarks.isEmpty()) {
            text.append('\n');
            remarks.forEach(remark -> text.append("- ").append(remark).append('\n'));
        }
        return text.toString();
    }

    private static String row(Finding finding) {
        var comparison = finding.comparison();
        return String.join(
                " | ",
                "| " + finding.path(),
                finding.measure() + ", " + finding.unit(),
                figure(finding.value()),
                comparison.map(other -> figure(other.bare())).orElse(""),
                comparison
                        .map(other -> String.format(
                                Locale.ROOT, "%.2f (%.2f to %.2f)", other.ratio(), other.lowest(), other.highest()))
                        .orElse(""),
                finding.target().map(Finding.Target::toString).orElse(""),
                finding.reached().map(reached -> reached ? "yes" : "no").orElse("") + " |");
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private String json() throws IOException {
        var content = new LinkedHashMap<String, Object>();
        content.put("at", DateTimeFormatter.ISO_INSTANT.format(at));
        content.put("machine", machine);
        content.put("findings", findings);
        content.put("remarks", remarks);
        return JsonMapper.builder()
                        .addModule(new Jdk8Module())
                        .serializationInclusion(JsonInclude.Include.NON_ABSENT)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(content)
                + "\n";
    }
}
