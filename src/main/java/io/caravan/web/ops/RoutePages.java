package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.route.RouteCondition;
import io.caravan.core.route.RouteOverview;
import io.caravan.core.route.RouteReport;
import io.caravan.core.route.RouteStanding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The files of the routes: what runs of them here, and where other instances differ. */
public final class RoutePages {

    private static final int SHOWN = 12;

    private final Console console;
    private final Times times;

    public RoutePages(Console console, Times times) {
        this.console = console;
        this.times = times;
    }

    public Answer show(RouteOverview overview, OperatorRequest request) {
        var here = overview.reports().stream()
                .filter(report -> report.instance().equals(overview.instance()))
                .findFirst();
        var instances = overview.reports().stream()
                .map(report -> instance(report, here))
                .toList();
        var files = overview.standings().stream()
                .sorted(Comparator.comparing((RouteStanding file) -> file.condition() == RouteCondition.RUNS)
                        .thenComparing(RouteStanding::path))
                .map(RoutePages::file)
                .toList();
        return console.draw(
                Sheet.of(
                        Place.ROUTES,
                        Section.table(
                                        "Instances",
                                        List.of("Instance", "Routes", "State", "Heard of"),
                                        instances,
                                        "No instance has reported within the last minute.")
                                .noting("Instances with the same hash run the same routes."),
                        Section.table(
                                        "Files in this instance",
                                        List.of("File", "State", "Hash of what runs"),
                                        files,
                                        "There is no file.")
                                .noting(
                                        "A broken file changes nothing here, but would stop the next start. Files of"
                                                + " api, ops and config wait for a restart; so do all where live editing is off.")),
                request);
    }

    private List<Cell> instance(RouteReport report, Optional<RouteReport> here) {
        var differences = here.map(report::differences)
                .map(paths -> String.join(", ", paths))
                .orElse("");
        var name = here.filter(report::equals).isPresent() ? "this one" : "";
        return List.of(
                Cell.of(report.instance(), name),
                Cell.of(shortened(report.hash())),
                differences.isEmpty()
                        ? Cell.state("the same", "good")
                        : Cell.state("different", "bad").with(differences),
                Cell.of(times.ago(report.at())));
    }

    private static List<Cell> file(RouteStanding file) {
        return List.of(
                Cell.of(file.path(), String.join("; ", file.remarks())), state(file), Cell.of(shortened(file.hash())));
    }

    private static Cell state(RouteStanding file) {
        return switch (file.condition()) {
            case RUNS -> Cell.state("runs", "good");
            case SWAPS -> Cell.state("is being swapped", "note");
            case WAITS -> Cell.state("waits for a restart", "note");
            case BROKEN -> Cell.state("broken", "bad");
        };
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(SHOWN, hash.length()));
    }
}
