package io.caravan.core.event;

import io.caravan.core.consent.Consent;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.id.Uuids;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Sale;
import io.caravan.core.sms.Sms;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that happened to an invoice, a payment, a consent or an SMS, its subject.
 *
 * @param number position among the events of the subject, from 0
 * @param details what else is to be told of it, by the names of {@link Detail}
 */
public record Event(
        EventId id,
        UUID subject,
        int number,
        EventType type,
        MerchantId merchant,
        Dialect dialect,
        Instant at,
        Map<Detail, String> details) {

    /** What an event may tell besides its type. */
    public enum Detail {
        /** The day of payment, ISO 8601. */
        PAYMENT_DATE,
        /** Name of a {@link io.caravan.core.problem.ProblemCode}. */
        PROBLEM,
        /** The payment's id. */
        PAYMENT,
        /** Why a provider refused, in its own word; or why it came otherwise than one would expect. */
        REASON,
        /** An amount in minor units. */
        AMOUNT,
        /** The {@link io.caravan.core.page.Page} whose link the merchant is told with this event, as text. */
        PAGE,
        /** The id of the invoice that an SMS is about. */
        INVOICE,
        /** The Merchant-Serial-Number of a sales unit. */
        SALES_UNIT,
        /** What the merchant calls the payment. */
        REFERENCE,
        /** The currency of the amount, ISO 4217. */
        CURRENCY,
        /** The id of the operation that moved money. */
        OPERATION,
        /** The {@code Idempotency-Key} of the request behind it. */
        REQUEST_KEY
    }

    /** The last event of this invoice, as it stands after it. */
    public static Event of(Invoice invoice, EventType type, Instant at, Map<Detail, String> details) {
        return new Event(
                EventId.next(),
                invoice.id().value(),
                invoice.number(),
                type,
                invoice.merchant(),
                invoice.draft().dialect(),
                at,
                details);
    }

    /** That an invoice's page was first seen: the only event of a subject of its own, since it changes nothing. */
    public static Event ofAccess(Invoice invoice, Instant at) {
        return new Event(
                EventId.next(),
                accessOf(invoice.id()),
                0,
                EventType.INVOICE_ACCESSED,
                invoice.merchant(),
                invoice.draft().dialect(),
                at,
                Map.of(Detail.INVOICE, invoice.id().toString()));
    }

    /** The subject of the event that an invoice's page was first seen. */
    public static UUID accessOf(InvoiceId invoice) {
        return Uuids.derived("access " + invoice);
    }

    /** The last event of this payment, as it stands after it. */
    public static Event of(Payment payment, EventType type, Instant at, Map<Detail, String> details) {
        return new Event(
                EventId.next(),
                payment.id().value(),
                payment.number(),
                type,
                payment.merchant(),
                payment.dialect(),
                at,
                payment.sale().map(sale -> of(payment, sale, details)).orElse(details));
    }

    /** Whoever hears of a payment for a sale wants to know which, and how much it is about. */
    private static Map<Detail, String> of(Payment payment, Sale sale, Map<Detail, String> details) {
        var all = new EnumMap<Detail, String>(Detail.class);
        all.put(Detail.AMOUNT, Long.toString(payment.amount().minor()));
        all.put(Detail.CURRENCY, payment.amount().currency().getCurrencyCode());
        all.put(Detail.SALES_UNIT, sale.salesUnit());
        all.put(Detail.REFERENCE, sale.reference());
        all.putAll(details);
        return all;
    }

    /** The last event of this consent, as it stands after it. */
    public static Event of(Consent consent, EventType type, Instant at, Map<Detail, String> details) {
        return new Event(
                EventId.next(),
                consent.id().value(),
                consent.number(),
                type,
                consent.merchant(),
                consent.dialect(),
                at,
                details);
    }

    /** The last event of this SMS, as it stands after it; it also names the invoice. */
    public static Event of(Sms sms, EventType type, Instant at, Map<Detail, String> details) {
        var all = new EnumMap<Detail, String>(Detail.class);
        all.putAll(details);
        all.put(Detail.INVOICE, sms.invoice().toString());
        return new Event(EventId.next(), sms.id().value(), sms.number(), type, sms.merchant(), sms.dialect(), at, all);
    }

    public Event {
        Objects.requireNonNull(id);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(type);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(at);
        details = Map.copyOf(details);
    }
}
