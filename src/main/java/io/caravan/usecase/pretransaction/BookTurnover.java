package io.caravan.usecase.pretransaction;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.pretransaction.TurnoverEntry;
import io.caravan.core.pretransaction.TurnoverEntry.Kind;
import io.caravan.core.pretransaction.Turnovers;
import io.caravan.core.sms.Sms;
import io.caravan.core.sms.SmsMessages;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Books what partners are billed for, as their events are relayed. */
public class BookTurnover {

    private static final Set<EventType> OF_SMS =
            Set.of(EventType.SMS_SENT, EventType.SMS_DELIVERED, EventType.SMS_FAILED);

    private final FindPartnerTransaction transactions;
    private final PreTransactions preTransactions;
    private final SmsMessages messages;
    private final Turnovers turnovers;

    public BookTurnover(
            FindPartnerTransaction transactions,
            PreTransactions preTransactions,
            SmsMessages messages,
            Turnovers turnovers) {
        this.transactions = transactions;
        this.preTransactions = preTransactions;
        this.messages = messages;
        this.turnovers = turnovers;
    }

    /** Books these events; those booked before change nothing. */
    public void book(List<Event> events) {
        var entries = events.stream()
                .filter(event -> event.dialect() == Dialect.MOBILEINVOICE)
                .flatMap(event -> entry(event).stream())
                .toList();
        if (!entries.isEmpty()) {
            turnovers.add(entries);
        }
    }

    private Optional<TurnoverEntry> entry(Event event) {
        if (event.type() == EventType.PAYMENT_CAPTURED) {
            return money(event, Kind.TAKEN);
        }
        if (event.type() == EventType.PAYMENT_REFUNDED) {
            return money(event, Kind.REFUNDED);
        }
        return OF_SMS.contains(event.type()) ? sms(event) : Optional.empty();
    }

    private Optional<TurnoverEntry> money(Event event, Kind kind) {
        return transactions
                .find(new PaymentId(event.subject()))
                .map(transaction -> new TurnoverEntry(
                        event.id().value(),
                        event.merchant(),
                        day(event),
                        transaction.provider(),
                        transaction.payment().amount().currency(),
                        kind,
                        Long.parseLong(event.details().get(Detail.AMOUNT))));
    }

    /** Whatever is first heard of it: a gateway has had it by then. */
    private Optional<TurnoverEntry> sms(Event event) {
        var invoice = InvoiceId.parse(event.details().get(Detail.INVOICE)).orElseThrow();
        var currency = preTransactions
                .find(invoice)
                .map(details -> details.invoice().draft().total().currency());
        return currency.flatMap(known -> messages.of(event.merchant(), invoice).stream()
                .filter(sms -> sms.id().value().equals(event.subject()))
                .map(Sms::parts)
                .findFirst()
                .map(parts -> new TurnoverEntry(
                        event.subject(), event.merchant(), day(event), TurnoverEntry.SMS, known, Kind.SMS, parts)));
    }

    private static LocalDate day(Event event) {
        return LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
    }
}
