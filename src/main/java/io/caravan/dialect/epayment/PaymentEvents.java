package io.caravan.dialect.epayment;

import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the ePayment API calls the events of payments. */
final class PaymentEvents {

    private PaymentEvents() {}

    /** Its name; empty for what is not for sales units. */
    static Optional<String> name(EventType type) {
        return switch (type) {
            case PAYMENT_CREATED -> Optional.of("CREATED");
            case PAYMENT_AUTHORIZED -> Optional.of("AUTHORIZED");
            case PAYMENT_CAPTURED -> Optional.of("CAPTURED");
            case PAYMENT_REFUNDED -> Optional.of("REFUNDED");
            case PAYMENT_CANCELLED -> Optional.of("CANCELLED");
            case PAYMENT_ABORTED -> Optional.of("ABORTED");
            case PAYMENT_EXPIRED -> Optional.of("EXPIRED");
            case PAYMENT_TERMINATED -> Optional.of("TERMINATED");
            case INVOICE_CREATED,
                    INVOICE_INVALID,
                    INVOICE_ACCEPTED,
                    INVOICE_PAID,
                    INVOICE_REJECTED,
                    INVOICE_EXPIRED,
                    INVOICE_CANCELED,
                    INVOICE_ACCESSED,
                    PAYMENT_FAILED,
                    PAYMENT_QUESTIONED,
                    CALLBACK_TEST,
                    CONSENT_REQUESTED,
                    CONSENT_ASKED,
                    CONSENT_GRANTED,
                    CONSENT_DENIED,
                    CONSENT_DELETED,
                    SMS_SENT,
                    SMS_DELIVERED,
                    SMS_FAILED -> Optional.empty();
        };
    }

    /** The type by which webhooks are registered for it, as {@code epayments.payment.created.v1}. */
    static Optional<String> webhookType(EventType type) {
        return name(type).map(name -> "epayments.payment." + name.toLowerCase(Locale.ROOT) + ".v1");
    }

    /** The events for which such a webhook is registered. */
    static Optional<EventType> ofWebhookType(String text) {
        return Arrays.stream(EventType.values())
                .filter(type -> webhookType(type).filter(text::equals).isPresent())
                .findFirst();
    }

    /** By what name both sides find this step of the payment again; that of the first is the payment's own. */
    static String pspReference(Event event) {
        return event.number() == 0
                ? event.subject().toString()
                : event.details().getOrDefault(Detail.OPERATION, event.id().toString());
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
