package io.caravan.callback;

import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.CallbackForms;
import io.caravan.core.callback.Deliveries;
import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.callback.Endpoints;
import io.caravan.core.callback.Grant;
import io.caravan.core.callback.Lease;
import io.caravan.core.callback.Overdue;
import io.caravan.core.callback.Posting;
import io.caravan.core.callback.Recorded;
import io.caravan.core.callback.RetryPlan;
import io.caravan.core.callback.Standings;
import io.caravan.core.callback.Taken;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import io.caravan.store.JdbcCallbacks;
import io.caravan.store.JdbcDeliveries;
import io.caravan.store.JdbcEndpoints;
import io.caravan.store.JdbcStandings;
import io.caravan.store.JdbcWaitingEvents;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.Fixtures;
import io.caravan.support.MovableClock;
import io.caravan.support.TestPages;
import io.caravan.usecase.callback.FindDueEndpoints;
import io.caravan.usecase.callback.GiveUpOverdue;
import io.caravan.usecase.callback.LeaseEndpoints;
import io.caravan.usecase.callback.RecordAttempts;
import io.caravan.usecase.callback.RenewLeases;
import io.caravan.usecase.callback.StoreEndpoint;
import io.caravan.usecase.callback.TakeDeliveries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables and use cases of callbacks on one database, with clocks that stand still, and what tests ask of them. */
public final class CallbackRig extends CallbackRows {

    public static final String SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LWNhbGxiYWNrLXNlY3JldC1kaw==";

    /** Longer than a lease. */
    static final Duration LAPSE = Duration.ofSeconds(16);

    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(19),
            Duration.ofMinutes(39),
            Duration.ofMinutes(79),
            Duration.ofMinutes(159),
            Duration.ofMinutes(319),
            Duration.ofMinutes(639),
            Duration.ofMinutes(1279));

    final MovableClock business;
    final MovableClock real;
    final JdbcWaitingEvents waitingEvents;
    final Endpoints endpoints;
    final Standings standings;
    int rings;

    private final JdbcCallbacks callbacks;
    private final TransactionTemplate transaction;
    private final LeaseEndpoints leaseEndpoints;
    private final TakeDeliveries takeDeliveries;
    private final RecordAttempts recordAttempts;
    private final GiveUpOverdue giveUpOverdue;
    private final RenewLeases renewLeases;
    private final FindDueEndpoints findDueEndpoints;
    private final StoreEndpoint storeEndpoint;

    public CallbackRig(DataSource dataSource) {
        this(dataSource, Fixtures.NOW);
    }

    /** On empty tables, at this time. */
    public CallbackRig(DataSource dataSource, Instant now) {
        this(dataSource, now, "one");
        for (var table : List.of(
                "attempt",
                "callback",
                "delivery",
                "registration_event",
                "registration",
                "callback_place",
                "endpoint")) {
            jdbc.update("delete from " + table);
        }
    }

    /** Another instance on the same tables, at the same time. */
    CallbackRig another() {
        return new CallbackRig(jdbc.getDataSource(), business.instant(), "another");
    }

    private CallbackRig(DataSource dataSource, Instant now, String instance) {
        super(new JdbcTemplate(dataSource));
        business = new MovableClock(now);
        real = new MovableClock(now);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        var inTransaction = new TransactionalJdbc(dataSource);
        var forms = new CallbackForms(List.of(
                new PlainForm(Dialect.MOBILEPAY, 3, Duration.ofSeconds(5)),
                new PlainForm(Dialect.EPAYMENT, 1, Duration.ZERO),
                new TemplateForm(Dialect.MOBILEINVOICE)));
        callbacks = new JdbcCallbacks(inTransaction, forms, business, () -> rings++);
        waitingEvents = new JdbcWaitingEvents(inTransaction, forms);
        endpoints = new JdbcEndpoints(inTransaction, PlainForm.SEALER);
        Deliveries deliveries = new JdbcDeliveries(inTransaction);
        leaseEndpoints = new LeaseEndpoints(endpoints, deliveries, instance, business, real);
        standings = new JdbcStandings(inTransaction);
        takeDeliveries = new TakeDeliveries(
                endpoints, standings, waitingEvents, deliveries, forms, TestPages.LINKS, business, real);
        recordAttempts = new RecordAttempts(
                endpoints,
                standings,
                deliveries,
                waitingEvents,
                Map.of(
                        Dialect.MOBILEPAY,
                        new RetryPlan(WAITS),
                        Dialect.EPAYMENT,
                        new RetryPlan(WAITS),
                        Dialect.MOBILEINVOICE,
                        new RetryPlan(WAITS)),
                () -> 0.0,
                business);
        giveUpOverdue = new GiveUpOverdue(standings, deliveries, waitingEvents, forms, business);
        renewLeases = new RenewLeases(endpoints, real);
        findDueEndpoints = new FindDueEndpoints(endpoints, business);
        storeEndpoint = new StoreEndpoint(endpoints, business);
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** A merchant that takes callbacks of both dialects. */
    MerchantId merchant() {
        var merchant = merchantWithoutEndpoint();
        endpoint(merchant, Dialect.MOBILEPAY, "https://shop.example/mobilepay");
        endpoint(merchant, Dialect.EPAYMENT, "https://shop.example/epayment");
        return merchant;
    }

    public MerchantId merchantWithoutEndpoint() {
        var merchant = MerchantId.random();
        jdbc.update(
                """
                insert into merchant (id, name, country, currency, zone, vat_number, enabled, callback_secret)
                values (?, 'Shop', 'DK', 'DKK', 'Europe/Copenhagen', 'DK1', true, ?)
                """,
                merchant.value(),
                PlainForm.SEALER.seal(SECRET.getBytes(StandardCharsets.UTF_8)));
        return merchant;
    }

    public void endpoint(MerchantId merchant, Dialect dialect, String url) {
        inTransaction(() -> {
            storeEndpoint.store(new EndpointRequest(merchant, dialect, url, "Basic c2FuZGJveA=="));
            return null;
        });
    }

    /** An event that was recorded and is not relayed yet. */
    public Event event(MerchantId merchant, Dialect dialect, UUID subject, int number) {
        var type = number == 0 ? EventType.INVOICE_CREATED : EventType.INVOICE_PAID;
        return event(new Event(EventId.next(), subject, number, type, merchant, dialect, business.instant(), Map.of()));
    }

    Event event(Event event) {
        jdbc.update(
                "insert into event (id, subject_id, number, type, merchant_id, dialect, at, details)"
                        + " values (?, ?, ?, ?, ?, ?, ?, '{}')",
                event.id().value(),
                event.subject(),
                event.number(),
                event.type().name(),
                event.merchant().value(),
                event.dialect().name(),
                event.at().atOffset(ZoneOffset.UTC));
        return event;
    }

    public void relay(Event... events) {
        inTransaction(() -> {
            callbacks.add(Arrays.asList(events));
            return null;
        });
    }

    List<Lease> lease() {
        return lease(100, 50);
    }

    List<Lease> lease(int all, int failing) {
        return inTransaction(() -> leaseEndpoints.lease(new Endpoints.LeaseRoom(all, failing)));
    }

    Lease leaseOne() {
        var leases = lease();
        if (leases.size() != 1) {
            throw new AssertionError("not one lease but " + leases);
        }
        return leases.get(0);
    }

    Taken take(Lease lease, int room, boolean idle) {
        return inTransaction(() -> takeDeliveries.take(new Grant(lease, room, idle ? 0 : 1)));
    }

    List<Posting> take(Lease lease) {
        return take(lease, 4, false).postings();
    }

    Posting takeOne(Lease lease) {
        var postings = take(lease, 4, true).postings();
        if (postings.size() != 1) {
            throw new AssertionError("not one posting but " + postings);
        }
        return postings.get(0);
    }

    Recorded record(Attempt... attempts) {
        return inTransaction(() -> recordAttempts.record(Arrays.asList(attempts)));
    }

    boolean renew(Lease lease) {
        return inTransaction(() -> renewLeases.renew(List.of(lease))).contains(lease);
    }

    boolean hasMore(Lease lease) {
        return inTransaction(() -> findDueEndpoints.find(List.of(lease.endpoint())))
                .contains(lease.endpoint());
    }

    Attempt answered(Posting posting, int status) {
        return new Attempt(
                posting,
                real.instant(),
                Duration.ofMillis(12),
                Optional.of(status),
                Optional.empty(),
                "thanks",
                Optional.empty());
    }

    Attempt unanswered(Posting posting) {
        return Attempt.failed(posting, real.instant(), Duration.ofSeconds(3), "The connection was refused");
    }

    /** Gives up what has waited too long; answers how much. */
    int giveUpOverdue() {
        return inTransaction(giveUpOverdue::giveUp).map(Overdue::callbacks).orElse(0);
    }

    /** Takes what is due for whoever has something due, and ends each exchange so, until nothing is due. */
    int exchangeAll(Function<Posting, Attempt> exchange) {
        int exchanges = 0;
        for (var lease : lease()) {
            for (var taken = take(lease, 4, true); taken.held(); taken = take(lease, 4, true)) {
                exchanges += taken.postings().size();
                taken.postings().forEach(posting -> record(exchange.apply(posting)));
            }
        }
        return exchanges;
    }

    static String body(Posting posting) {
        return new String(posting.body(), StandardCharsets.UTF_8);
    }

    void later(Duration by) {
        business.advance(by);
        real.advance(by);
    }
}
