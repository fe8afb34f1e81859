package io.caravan.usecase.pretransaction;

import io.caravan.core.event.Event;
import io.caravan.core.event.Events;
import io.caravan.core.page.PageRequest;
import io.caravan.core.page.Pages;
import io.caravan.core.pretransaction.PreTransactions;
import java.time.Clock;

/** Writes down that somebody has seen the page of a pre-transaction, once. Of other pages nothing is written. */
public class NoteAccess {

    private final Pages pages;
    private final PreTransactions preTransactions;
    private final Events events;
    private final Clock clock;

    public NoteAccess(Pages pages, PreTransactions preTransactions, Events events, Clock clock) {
        this.pages = pages;
        this.preTransactions = preTransactions;
        this.events = events;
        this.clock = clock;
    }

    /** A page that does not exist was not seen. */
    public void note(PageRequest request) {
        var now = clock.instant();
        pages.find(request.token())
                .filter(invoice -> preTransactions.access(invoice, now))
                .flatMap(preTransactions::find)
                .ifPresent(seen -> events.record(Event.ofAccess(seen.invoice(), now)));
    }
}
