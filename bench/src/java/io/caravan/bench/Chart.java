package io.caravan.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A run as a picture: how near each figure is to its target, and how the time of each request changes while more invoices
 * are stored. SVG that follows the reader's light or dark scheme.
 */
final class Chart {

    private static final int WIDTH = 1180;
    private static final int BAR = 22;
    private static final int GAP = 12;
    private static final int LEFT = 560;
    private static final int FULL = 360;
    private static final double MOST = 1.25;

    /** Too long for a label; what they are for is said beside the table. */
    private static final Pattern OPTIONS = Pattern.compile("-X[^ ,]+( -X[^ ,]+)*");

    private static final Pattern GROWTH = Pattern.compile("growth-(h2-)?(\\d+)([km])");

    private static final String STYLE =
            """
            <style>
              :root { --ink: #1c2733; --soft: #5d6b7a; --line: #c9d2dc; --good: #2f7d5b; --short: #b5632a; --a: #9db8d2;
                --b: #4f83b5; --c: #1f4e79; --paper: #ffffff; }
              @media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --soft: #9fadbb; --line: #3a4653;
                --good: #57b78a; --short: #e0935c; --a: #46627d; --b: #6fa3d3; --c: #b7d5f0; --paper: #11181f; } }
              text { font: 14px system-ui, sans-serif; fill: var(--ink); }
              .soft { fill: var(--soft); font-size: 13px; }
              .head { font-size: 17px; font-weight: 600; }
            </style>
            """;

    private final StringBuilder drawing = new StringBuilder();
    private int y = 40;

    private Chart() {}

    /** The whole file; empty where nothing can be drawn. */
    static String of(String title, List<Finding> findings) {
        var chart = new Chart();
        chart.targets(findings.stream()
                .filter(finding -> finding.target().isPresent())
                .toList());
        chart.growth(findings);
        return chart.y == 40 ? "" : chart.file(title);
    }

    private void targets(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        head("How near each figure is to what it should reach");
        var top = y;
        for (var finding : findings) {
            var share = share(finding);
            label(finding.path() + ": " + OPTIONS.matcher(finding.measure()).replaceAll("little memory"));
            bar(LEFT, Math.min(share, MOST) * FULL, share >= 1 ? "good" : "short");
            text(LEFT + (int) (Math.min(share, MOST) * FULL) + 8, "soft", told(finding));
            y += BAR + GAP;
        }
        drawing.append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$d\" x2=\"%1$d\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"var(--ink)\" stroke-dasharray=\"3 4\"/>%n",
                LEFT + FULL,
                top - 4,
                y - 6));
        text(LEFT + FULL - 28, "soft", "target");
        y += 44;
    }

    /** 1 where the target is just reached. */
    private static double share(Finding finding) {
        var value = finding.comparison().map(Finding.Comparison::ratio).orElse(finding.value());
        var aim = finding.target().orElseThrow();
        return aim.atLeast() ? value / aim.bound() : aim.bound() / value;
    }

    private static String told(Finding finding) {
        var value = finding.comparison().map(Finding.Comparison::ratio).orElse(finding.value());
        var unit = finding.comparison().isPresent() || finding.unit().equals("ratio") ? "times" : finding.unit();
        return String.format(
                Locale.ROOT,
                value >= 100 ? "%,.0f %s, %s" : "%.2f %s, %s",
                value,
                unit,
                finding.target().orElseThrow());
    }

    private void growth(List<Finding> findings) {
        var bySubject = new LinkedHashMap<String, Map<String, Finding>>();
        for (var finding : findings) {
            var match = GROWTH.matcher(finding.path());
            if (match.matches()) {
                var where = match.group(1) == null ? "" : " (H2)";
                bySubject
                        .computeIfAbsent(finding.measure() + where, name -> new LinkedHashMap<>())
                        .put(match.group(2) + match.group(3), finding);
            }
        }
        if (bySubject.isEmpty()) {
            return;
        }
        head("The same request with more invoices stored");
        bySubject.forEach((subject, sizes) -> {
            label(subject + ", " + sizes.values().iterator().next().unit());
            var most = sizes.values().stream().mapToDouble(Finding::value).max().orElse(1);
            var colours = new ArrayList<>(List.of("a", "b", "c", "c"));
            sizes.forEach((size, finding) -> {
                bar(LEFT, finding.value() / most * FULL, colours.remove(0));
                text(
                        LEFT + (int) (finding.value() / most * FULL) + 8,
                        "soft",
                        String.format(
                                Locale.ROOT, finding.value() >= 100 ? "%s: %,.0f" : "%s: %.1f", size, finding.value()));
                y += BAR + 2;
            });
            y += GAP;
        });
        y += 20;
    }

    private void head(String title) {
        text(24, "head", title);
        y += 28;
    }

    private void label(String label) {
        drawing.append("<text x=\"")
                .append(LEFT - 12)
                .append("\" y=\"")
                .append(y + 16)
                .append("\" text-anchor=\"end\">")
                .append(escaped(label))
                .append("</text>\n");
    }

    private void text(int x, String style, String text) {
        drawing.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y + 16)
                .append("\">")
                .append(escaped(text))
                .append("</text>\n");
    }

    private void bar(int x, double width, String colour) {
        drawing.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"3\" fill=\"var(--%s)\"/>%n",
                x,
                y,
                Math.max(2, width),
                BAR,
                colour));
    }

    private String file(String title) {
        var name = escaped(title);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + y + "\" role=\"img\""
                + " aria-label=\"" + name + "\">\n<title>" + name + "</title>\n" + STYLE
                + "<rect width=\"" + WIDTH + "\" height=\"" + y + "\" fill=\"var(--paper)\"/>\n"
                + "<text class=\"soft\" x=\"24\" y=\"28\">" + name + "</text>\n" + drawing + "</svg>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
