package io.caravan.core.paymentinvoice;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.payment.Payment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a payment invoice stands.
 *
 * @param service the way to pay, if it is chosen
 * @param events all that happened to its payment, in order
 * @param refunds in the order in which they were asked for
 * @param callbackUrl where the merchant hears of it, if anywhere
 */
public record PaymentInvoiceReport(
        PaymentInvoice invoice,
        Optional<Service> service,
        Payment payment,
        List<Event> events,
        List<Refund> refunds,
        Optional<String> callbackUrl) {

    public PaymentInvoiceReport {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(service);
        Objects.requireNonNull(payment);
        events = List.copyOf(events);
        refunds = List.copyOf(refunds);
        Objects.requireNonNull(callbackUrl);
    }

    public PaymentInvoiceStatus status() {
        return PaymentInvoiceStatus.of(payment, invoice.requisites().isPresent());
    }

    /** When it last changed. */
    public Instant updatedAt() {
        return events.stream()
                .map(Event::at)
                .reduce(
                        invoice.confirmation().map(GivenConfirmation::at).orElse(payment.createdAt()),
                        (one, other) -> one.isAfter(other) ? one : other);
    }

    /** When the last event of this type was. */
    public Optional<Instant> last(EventType type) {
        return events.stream()
                .filter(event -> event.type() == type)
                .map(Event::at)
                .reduce((earlier, later) -> later);
    }
}
