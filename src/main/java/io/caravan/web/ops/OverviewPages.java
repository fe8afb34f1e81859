package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.ops.Part;
import io.caravan.core.ops.StuckWork;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** What waits, what is late, and what was given up: the page to begin with. */
public final class OverviewPages {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Console console;
    private final Times realTimes;
    private final Times businessTimes;
    private final Clock realTime;
    private final Clock businessTime;

    public OverviewPages(Console console, Clock realTime, Clock businessTime) {
        this.console = console;
        this.realTime = realTime;
        this.businessTime = businessTime;
        this.realTimes = new Times(realTime);
        this.businessTimes = new Times(businessTime);
    }

    /** Leads from the front door to here. */
    public Answer lead() {
        return Console.lead("/ops/" + Place.OVERVIEW.path());
    }

    public Answer show(List<StuckWork> works, OperatorRequest request) {
        var toDo = works.stream().filter(this::needsSomebody).toList();
        var underWay = works.stream().filter(work -> !needsSomebody(work)).toList();
        var columns = List.of("What", "State", "How many", "Oldest");
        return console.draw(
                Sheet.of(
                        Place.OVERVIEW,
                        Section.table("Somebody should look", columns, rows(toDo), "Nothing is stuck."),
                        Section.table("Under way", columns, rows(underWay), "Nothing is under way.")),
                request);
    }

    private List<List<Cell>> rows(List<StuckWork> works) {
        return works.stream()
                .sorted(Comparator.comparing(StuckWork::part))
                .map(this::row)
                .toList();
    }

    private List<Cell> row(StuckWork work) {
        var name = words(work.part()) + (work.kind().isEmpty() ? "" : ", " + work.kind());
        var times = work.businessTime() ? businessTimes : realTimes;
        return List.of(
                page(work).isEmpty() ? Cell.of(name) : Cell.link(name, page(work)),
                work.state().isEmpty() ? Cell.of("") : Cell.state(work.state(), tone(work)),
                Cell.of(work.more() ? "more than " + work.count() : Long.toString(work.count())),
                Cell.of(times.ago(work.oldest()), Times.at(work.oldest())));
    }

    private boolean needsSomebody(StuckWork work) {
        return switch (work.part()) {
            case ENDPOINTS, ALARMS, DIFFERENCES, TRANSFERS, LATE_MONEY, SCHEDULES, EXPIRIES -> true;
            case OUTBOX, BATCHES -> isOld(work);
            case NOTICES -> work.state().equals("PARKED") || isOld(work);
            case CALLBACKS -> work.state().equals("DEAD") || work.state().equals("HELD");
            case OPERATIONS -> work.state().equals("UNKNOWN") || !work.state().equals("WAITING") && isOld(work);
        };
    }

    private boolean isOld(StuckWork work) {
        var now = work.businessTime() ? businessTime.instant() : realTime.instant();
        return Duration.between(work.oldest(), now).compareTo(PATIENCE) > 0;
    }

    private String tone(StuckWork work) {
        if (work.state().equals("DEAD")
                || work.state().equals("PARKED")
                || work.state().equals("UNKNOWN")) {
            return "bad";
        }
        return needsSomebody(work) ? "note" : "good";
    }

    private static String page(StuckWork work) {
        return switch (work.part()) {
            case NOTICES -> work.state().equals("PARKED") ? Place.DEAD_LETTERS.path() : Place.CHANNELS.path();
            case CALLBACKS -> work.state().equals("DEAD") ? Place.DEAD_LETTERS.path() : Place.ENDPOINTS.path();
            case ENDPOINTS -> Place.ENDPOINTS.path();
            case TRANSFERS -> Place.TRANSFERS.path();
            case SCHEDULES, EXPIRIES -> Place.JOBS.path();
            case ALARMS -> Place.ALARMS.path();
            case DIFFERENCES -> Link.address(Place.ALARMS.path(), "kind", "DIFFERENCE");
            case LATE_MONEY -> Link.address(Place.ALARMS.path(), "kind", "LATE_MONEY");
            case OUTBOX, BATCHES, OPERATIONS -> "";
        };
    }

    private static String words(Part part) {
        return switch (part) {
            case OUTBOX -> "Events to be told";
            case BATCHES -> "Batches to be checked";
            case NOTICES -> "Notices";
            case OPERATIONS -> "Instructions to providers";
            case SCHEDULES -> "Scheduled payments that are late";
            case EXPIRIES -> "Invoices that should have expired";
            case CALLBACKS -> "Callbacks";
            case ENDPOINTS -> "Suspended endpoints";
            case ALARMS -> "Alarms about money";
            case DIFFERENCES -> "Differences from providers' lists";
            case TRANSFERS -> "Transfers that pay nothing";
            case LATE_MONEY -> "Late money that could not be given back";
        };
    }
}
