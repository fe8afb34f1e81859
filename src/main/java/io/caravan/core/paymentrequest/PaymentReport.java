package io.caravan.core.paymentrequest;

import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.money.Money;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.profile.ProfileSub;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a payment request stands.
 *
 * @param events all that happened to its payment, in order
 * @param sub the merchant's name for the payer, if that has shared anything
 */
public record PaymentReport(PaymentRequest request, Payment payment, List<Event> events, Optional<ProfileSub> sub) {

    public PaymentReport {
        Objects.requireNonNull(request);
        Objects.requireNonNull(payment);
        events = List.copyOf(events);
        Objects.requireNonNull(sub);
    }

    /** Without anything of the payer. */
    public PaymentReport(PaymentRequest request, Payment payment, List<Event> events) {
        this(request, payment, events, Optional.empty());
    }

    /** The same as it was after the event that this operation led to. */
    public PaymentReport after(OperationId operation) {
        var last = events.stream()
                .filter(event -> operation.toString().equals(event.details().get(Detail.OPERATION)))
                .mapToInt(Event::number)
                .max()
                .orElseThrow();
        return new PaymentReport(
                request,
                payment,
                events.stream().filter(event -> event.number() <= last).toList(),
                sub);
    }

    /** Where the payment stood after the last of these events. */
    public PaymentStatus status() {
        return events.stream()
                .map(event -> status(event.type()))
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later)
                .orElse(PaymentStatus.CREATED);
    }

    /** The sum of all that was moved by events of this type. */
    public Money moved(EventType type) {
        return events.stream()
                .filter(event -> event.type() == type)
                .map(event -> new Money(
                        Long.parseLong(event.details().get(Detail.AMOUNT)),
                        payment.amount().currency()))
                .reduce(Money.zero(payment.amount().currency()), Money::plus);
    }

    /** When the last event of this type was. */
    public Optional<Instant> last(EventType type) {
        return events.stream()
                .filter(event -> event.type() == type)
                .map(Event::at)
                .reduce((earlier, later) -> later);
    }

    private static Optional<PaymentStatus> status(EventType type) {
        return switch (type) {
            case PAYMENT_AUTHORIZED -> Optional.of(PaymentStatus.AUTHORIZED);
            case PAYMENT_ABORTED -> Optional.of(PaymentStatus.ABORTED);
            case PAYMENT_EXPIRED -> Optional.of(PaymentStatus.EXPIRED);
            case PAYMENT_TERMINATED -> Optional.of(PaymentStatus.TERMINATED);
            default -> Optional.empty();
        };
    }
}
