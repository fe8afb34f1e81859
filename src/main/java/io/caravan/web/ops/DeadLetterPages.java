package io.caravan.web.ops;

import io.caravan.core.callback.DeadReason;
import io.caravan.core.dialect.Answer;
import io.caravan.core.ops.DeadCallback;
import io.caravan.core.ops.DeadLetterQuery;
import io.caravan.core.ops.DeadLetters;
import io.caravan.core.ops.DeadNotice;
import io.caravan.core.ops.OperatorRequest;
import java.util.LinkedHashMap;
import java.util.List;

/** What was given up for now, why, and the way to have it sent once more. */
public final class DeadLetterPages {

    private static final int FULL = 50;
    private static final String CALLBACKS = "callbacks";
    private static final String NOTICES = "notices";

    private final Console console;
    private final Times real;
    private final Times business;

    public DeadLetterPages(Console console, Times real, Times business) {
        this.console = console;
        this.real = real;
        this.business = business;
    }

    /** Which page of callbacks, and which of notices. */
    public DeadLetterQuery readQuery(OperatorRequest request) {
        return new DeadLetterQuery(Positions.read(request, CALLBACKS), Positions.read(request, NOTICES));
    }

    public Answer show(DeadLetters letters, OperatorRequest request) {
        return console.draw(
                Sheet.of(
                        Place.DEAD_LETTERS,
                        callbacks(letters.callbacks(), request),
                        notices(letters.notices(), request)),
                request);
    }

    private Section callbacks(List<DeadCallback> callbacks, OperatorRequest request) {
        var merchants = new LinkedHashMap<String, String>();
        callbacks.forEach(callback -> merchants.put(callback.merchant().toString(), callback.merchantName()));
        var all = merchants.entrySet().stream()
                .map(merchant ->
                        ReplayPages.look("merchant", merchant.getKey(), "Replay all of " + merchant.getValue() + " …"))
                .toArray(Form[]::new);
        var table = Section.table(
                        "Callbacks",
                        List.of("Given up (UTC)", "Merchant", "Event", "Where to", "Why", ""),
                        callbacks.stream().map(this::row).toList(),
                        "No callback has been given up.")
                .with(all);
        return callbacks.size() < FULL
                ? table
                : table.with(Positions.older(
                        Place.DEAD_LETTERS,
                        CALLBACKS,
                        callbacks.get(callbacks.size() - 1).position(),
                        NOTICES,
                        request));
    }

    private Section notices(List<DeadNotice> notices, OperatorRequest request) {
        var channels = notices.stream()
                .map(notice -> notice.channel().text())
                .distinct()
                .map(channel -> ReplayPages.look("channel", channel, "Send all of " + channel + " …"))
                .toArray(Form[]::new);
        var table = Section.table(
                        "Notices",
                        List.of("Parked (UTC)", "Channel", "To", "About", "Why", ""),
                        notices.stream().map(this::row).toList(),
                        "No notice is parked.")
                .with(channels);
        return notices.size() < FULL
                ? table
                : table.with(Positions.older(
                        Place.DEAD_LETTERS,
                        NOTICES,
                        notices.get(notices.size() - 1).position(),
                        CALLBACKS,
                        request));
    }

    private List<Cell> row(DeadCallback callback) {
        return List.of(
                business.cell(callback.since()),
                Cell.of(callback.merchantName(), callback.dialect().text()),
                Cell.link(
                        callback.event().name(),
                        Link.address("timeline", "id", callback.subject().toString())),
                Cell.of(callback.url()),
                Cell.state(callback.answer().orElse("no answer"), "bad").with(why(callback.reason())),
                Cell.forms(ReplayPages.look("callback", callback.name().value(), "Replay …")));
    }

    private List<Cell> row(DeadNotice notice) {
        return List.of(
                real.cell(notice.since()),
                Cell.of(notice.channel().text(), notice.kind()),
                Cell.of(notice.recipient().hint()),
                Cell.link(
                        "timeline",
                        Link.address("timeline", "id", notice.subject().toString())),
                Cell.of(notice.reason()),
                Cell.forms(ReplayPages.look("notice", notice.id().toString(), "Send …")));
    }

    private static String why(String reason) {
        if (reason.isEmpty()) {
            return "";
        }
        return switch (DeadReason.valueOf(reason)) {
            case EXHAUSTED -> "All attempts failed; this was the last.";
            case OVERDUE -> "It waited too long.";
            case UNSPEAKABLE -> "The API has no words for it.";
            case REMOVED -> "The registration was removed.";
        };
    }
}
