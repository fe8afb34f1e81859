package io.caravan;

import io.caravan.callback.PlainForm;
import io.caravan.core.consent.ConsentQuestions;
import io.caravan.core.consent.Consents;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.Events;
import io.caravan.core.hold.Holds;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDocument;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.money.Money;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notices;
import io.caravan.core.notice.Reminders;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Payers;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Acceptance;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.Difference;
import io.caravan.core.payment.LateMoney;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.Reconciliation;
import io.caravan.core.payment.Testimonies;
import io.caravan.core.pretransaction.OfferedChannels;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.prompt.Prompts;
import io.caravan.core.schedule.Schedules;
import io.caravan.store.Database;
import io.caravan.store.JdbcAlarms;
import io.caravan.store.JdbcConsents;
import io.caravan.store.JdbcEvents;
import io.caravan.store.JdbcHolds;
import io.caravan.store.JdbcInvoices;
import io.caravan.store.JdbcLateMoney;
import io.caravan.store.JdbcMerchants;
import io.caravan.store.JdbcNotices;
import io.caravan.store.JdbcPartners;
import io.caravan.store.JdbcPayers;
import io.caravan.store.JdbcPayments;
import io.caravan.store.JdbcPreTransactions;
import io.caravan.store.JdbcPrompts;
import io.caravan.store.JdbcReconciliation;
import io.caravan.store.JdbcReminders;
import io.caravan.store.JdbcSchedules;
import io.caravan.store.JdbcTestimonies;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Real stores on a real database, with one Danish merchant of its own. Noon of 12 March 2026 in Copenhagen. */
public class PaymentStores {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    public static final Instant NOW = Instant.parse("2026-03-12T11:00:00Z");

    static final Currency DKK = Currency.getInstance("DKK");
    private static final AtomicLong PHONES = new AtomicLong(System.nanoTime() % 1_000_000);

    public final MovableClock realTime;
    public final MovableClock businessTime = new MovableClock(NOW);
    public final List<Alarm> sounded = Collections.synchronizedList(new ArrayList<>());
    public final List<Difference> differences = Collections.synchronizedList(new ArrayList<>());

    /** How often the bell of operations that wait to be sent was rung. */
    public final AtomicInteger rung = new AtomicInteger();

    public final JdbcTemplate jdbc;
    public final Transactions transactions;
    public final Merchants merchants;
    public final Payers payers;
    public final Invoices invoices;
    public final Payments payments;
    public final Events events;
    public final Alarms alarms;
    public final LateMoney lateMoney;
    public final Testimonies testimonies;
    public final Reconciliation reconciliation;
    public final Schedules schedules;
    public final Notices notices;
    public final Consents consents;
    public final ConsentQuestions consentQuestions;
    public final Reminders reminders;
    public final Prompts prompts;
    public final PreTransactions preTransactions;
    public final OfferedChannels offeredChannels;
    public final Holds holds;
    public final MerchantId merchant = MerchantId.random();
    public final IssuerId issuer = IssuerId.random();

    final TransactionalJdbc stores;

    /** With a clock for real time that others share. */
    PaymentStores(Database database, DataSource dataSource, MovableClock realTime) {
        this.realTime = realTime;
        stores = new TransactionalJdbc(dataSource);
        jdbc = new JdbcTemplate(dataSource);
        transactions = new Transactions(new JdbcTransactionManager(dataSource));
        merchants = new JdbcMerchants(stores);
        payers = new JdbcPayers(stores);
        invoices = new JdbcInvoices(stores);
        payments = new JdbcPayments(stores, realTime, rung::incrementAndGet);
        lateMoney = new JdbcLateMoney(stores);
        testimonies = new JdbcTestimonies(stores);
        reconciliation = new JdbcReconciliation(stores, Channel.PSP, realTime, differences::add);
        events = new JdbcEvents(stores, database, () -> {});
        alarms = new JdbcAlarms(stores, sounded::add);
        schedules = new JdbcSchedules(stores);
        notices = new JdbcNotices(stores, realTime, Duration.ofMinutes(10));
        consents = new JdbcConsents(stores);
        consentQuestions = new ConsentQuestions(consents, payers, events);
        reminders = new JdbcReminders(stores);
        prompts = new JdbcPrompts(stores);
        preTransactions = new JdbcPreTransactions(stores);
        offeredChannels =
                new OfferedChannels(preTransactions, new JdbcPartners(stores, PlainForm.SEALER, Clock.systemUTC()));
        holds = new JdbcHolds(stores);
        jdbc.update("update schedule set due_at = null");
        jdbc.update("delete from reminder");
        jdbc.update("update invoice set expires_at = null");
        jdbc.update("delete from notice where state = 'PLANNED'");
        jdbc.update(
                "update operation set state = 'REFUSED' where state in ('REQUESTED', 'SENT', 'WAITING', 'UNKNOWN')");
        jdbc.update("update operation set listed_on = date '2026-01-01' where listed_on is null");
        jdbc.update("delete from reconciliation");
        jdbc.update(
                "insert into merchant values (?, 'Gear', 'DK', 'DKK', 'Europe/Copenhagen', 'DK1', true, 'x')",
                merchant.value());
        jdbc.update(
                "insert into issuer values (?, ?, 'Gear, Copenhagen', 'Street 1', '1000', 'Copenhagen', 'ENABLED', true)",
                issuer.value(),
                merchant.value());
    }

    /** A wallet user with a number that nobody else has. */
    public Payer aPayer() {
        return aPayer(false);
    }

    public Payer aPayer(boolean blocked) {
        var phone = new Phone("+4571" + String.format("%06d", PHONES.incrementAndGet() % 1_000_000));
        jdbc.update("delete from payer where phone = ?", phone.number());
        var payer = new Payer(PayerId.random(), phone, "Payer", blocked, UUID.randomUUID());
        jdbc.update(
                "insert into payer (id, phone, name, blocked, card) values (?, ?, ?, ?, ?)",
                payer.id().value(),
                phone.number(),
                payer.name(),
                blocked,
                payer.card());
        return payer;
    }

    /** 360.00 DKK to this payer, due in a week. */
    public InvoiceId anInvoiceFor(Payer payer) {
        return anInvoice(payer, TODAY.plusDays(7), Delivery.DIRECT);
    }

    public InvoiceId anInvoice(Payer payer, LocalDate dueDate, Delivery delivery) {
        var document = new InvoiceDocument(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of("301"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Reference of more than thirty characters"),
                Optional.empty(),
                Optional.of("https://shop.example/thanks?order=7#top"),
                List.of());
        var draft = new InvoiceDraft(
                Dialect.MOBILEPAY,
                delivery,
                issuer,
                Optional.of(payer.phone()),
                new Money(36000, DKK),
                dueDate,
                document);
        var invoice = Invoice.create(InvoiceId.random(), merchant, draft, NOW);
        inTransaction(() -> {
            invoices.add(
                    invoice,
                    UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    invoice.expiresAt(zone()));
            events.record(Event.of(invoice, io.caravan.core.event.EventType.INVOICE_CREATED, NOW, java.util.Map.of()));
            return null;
        });
        return invoice.id();
    }

    /** Pay now, with the wallet's card. */
    public static Acceptance now(Payer payer, InvoiceId invoice) {
        return new Acceptance(payer.id(), invoice, Optional.empty(), Optional.empty());
    }

    /** The use case, each call of which is one transaction. */
    public <T> T transactions(T useCase) {
        return transactions.around(useCase);
    }

    /** On this day, with the wallet's card. */
    public static Acceptance on(LocalDate date, Payer payer, InvoiceId invoice) {
        return new Acceptance(payer.id(), invoice, Optional.of(date), Optional.empty());
    }

    /** Lets the merchant be in another country. */
    public void moveTo(ZoneId zone) {
        jdbc.update("update merchant set zone = ? where id = ?", zone.getId(), merchant.value());
    }

    private ZoneId zone() {
        return merchants.find(merchant).orElseThrow().zone();
    }

    public <T> T inTransaction(Supplier<T> work) {
        return transactions.around(new Work()).run(work);
    }

    public Invoice invoice(InvoiceId id) {
        return inTransaction(() -> invoices.find(merchant, id)).orElseThrow();
    }

    public Operation operation(OperationId id) {
        return inTransaction(() -> payments.operation(id)).orElseThrow();
    }

    public Payment paymentOf(OperationId id) {
        return inTransaction(() -> payments.find(operationIn(id).payment())).orElseThrow();
    }

    public List<Event> eventsOf(UUID subject) {
        return inTransaction(() -> events.of(subject));
    }

    /** The types of the events of an invoice or a payment, in order; their numbers have no gaps. */
    public List<String> historyOf(UUID subject) {
        var history = eventsOf(subject);
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).number() != i) {
                throw new AssertionError(
                        "event " + i + " has number " + history.get(i).number());
            }
        }
        return history.stream().map(event -> event.type().name()).toList();
    }

    public List<Alarm> alarmsOf(OperationId id) {
        return inTransaction(() -> alarms.open(operationIn(id).payment()));
    }

    private Operation operationIn(OperationId id) {
        return payments.operation(id).orElseThrow();
    }

    /** Any work as one transaction. */
    static class Work {
        <T> T run(Supplier<T> work) {
            return work.get();
        }
    }
}
