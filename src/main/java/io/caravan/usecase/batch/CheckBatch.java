package io.caravan.usecase.batch;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.BatchChunk;
import io.caravan.core.invoice.Batches;
import io.caravan.core.invoice.Checked;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceRules;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.invoice.ReceivedInvoices;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.page.Page;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.Pages;
import io.caravan.core.payer.Payers;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the items of a batch by the rules that need stored data: they are invoices then, or invalid. */
public class CheckBatch {

    private final Batches batches;
    private final Merchants merchants;
    private final ReceivedInvoices received;
    private final Pages pages;
    private final PageLinks links;
    private final Events events;
    private final ItemRules itemRules;
    private final Clock clock;

    public CheckBatch(
            Batches batches,
            Merchants merchants,
            Payers payers,
            Invoices invoices,
            ReceivedInvoices received,
            Pages pages,
            PageLinks links,
            Events events,
            InvoiceRules rules,
            Clock clock) {
        this.batches = batches;
        this.merchants = merchants;
        this.received = received;
        this.pages = pages;
        this.links = links;
        this.events = events;
        this.itemRules = new ItemRules(merchants, payers, invoices, rules);
        this.clock = clock;
    }

    /** Checks the chunk, unless somebody else has or does; items canceled meanwhile are left alone. */
    public void check(BatchChunk chunk) {
        if (!batches.advance(chunk, TakeBatches.LEASE)) {
            return;
        }
        var merchant = merchants.find(chunk.merchant()).orElseThrow();
        var now = clock.instant();
        var items = received.lock(merchant.id(), chunk.invoices());
        var problems = itemRules.problems(merchant, items, LocalDate.ofInstant(now, merchant.zone()));

        var checked = items.stream()
                .map(item -> Optional.ofNullable(problems.get(item.id()))
                        .map(problem -> invalid(item))
                        .orElseGet(() -> created(item, merchant)))
                .toList();
        received.update(checked);
        var newPages = new ArrayList<Page>();
        var told = new ArrayList<Event>();
        for (var each : checked) {
            told.add(event(each.invoice(), problems.get(each.invoice().id()), now, newPages));
        }
        pages.add(newPages);
        events.record(told);
    }

    private static Checked invalid(Invoice item) {
        return new Checked(item.invalidate(), Optional.empty(), Optional.empty());
    }

    private static Checked created(Invoice item, Merchant merchant) {
        return new Checked(
                item.admit(),
                Optional.of(item.draft().fingerprint(merchant.id())),
                Optional.of(item.expiresAt(merchant.zone())));
    }

    private Event event(Invoice invoice, ProblemCode problem, Instant now, List<Page> newPages) {
        if (problem != null) {
            return Event.of(invoice, EventType.INVOICE_INVALID, now, Map.of(Event.Detail.PROBLEM, problem.name()));
        }
        if (invoice.draft().delivery() == Delivery.DIRECT) {
            return Event.of(invoice, EventType.INVOICE_CREATED, now, Map.of());
        }
        var page = links.first(invoice.id());
        newPages.add(page);
        return Event.of(invoice, EventType.INVOICE_CREATED, now, Map.of(Event.Detail.PAGE, page.text()));
    }
}
