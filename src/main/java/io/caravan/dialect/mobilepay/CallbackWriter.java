package io.caravan.dialect.mobilepay;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.page.Page;
import io.caravan.core.problem.ProblemCode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what merchants are told by callback. */
final class CallbackWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSxxx", Locale.ROOT);

    private final Errors errors;
    private final LinkWriter links;

    CallbackWriter(Errors errors, LinkWriter links) {
        this.errors = errors;
        this.links = links;
    }

    boolean tells(EventType type) {
        return status(type).isPresent();
    }

    byte[] events(List<Event> events) {
        return JsonText.array(events, this::event);
    }

    private void event(JsonText json, Event event) {
        var status = status(event.type())
                .orElseThrow(() -> new IllegalArgumentException(event.type() + " is not told to merchants"));
        json.put("InvoiceId", event.subject()).put("Status", status);
        if (event.type() == EventType.INVOICE_ACCEPTED) {
            json.put("PaymentDate", event.details().get(Event.Detail.PAYMENT_DATE));
        }
        json.put("Date", TIME.format(event.at().atOffset(ZoneOffset.UTC))).put("Sequence", event.number());
        if (event.details().containsKey(Event.Detail.PAGE)) {
            links.put(json, Page.parse(event.details().get(Event.Detail.PAGE)));
        }
        if (event.type() == EventType.INVOICE_INVALID) {
            var words = errors.words(ProblemCode.valueOf(event.details().get(Event.Detail.PROBLEM)));
            json.put("ErrorCode", words.code().map(Integer::valueOf)).put("ErrorMessage", words.description());
        }
    }

    /** Merchants hear of their invoices only; what happens to a payment shows in its invoice, and for consents they ask. */
    private static Optional<String> status(EventType type) {
        return switch (type) {
            case INVOICE_CREATED -> Optional.of("Created");
            case INVOICE_INVALID -> Optional.of("Invalid");
            case INVOICE_ACCEPTED -> Optional.of("Accepted");
            case INVOICE_PAID -> Optional.of("Paid");
            case INVOICE_REJECTED -> Optional.of("Rejected");
            case INVOICE_EXPIRED -> Optional.of("Expired");
            case INVOICE_CANCELED -> Optional.of("Canceled");
            case CALLBACK_TEST -> Optional.of("Test");
            case INVOICE_ACCESSED,
                    PAYMENT_CREATED,
                    PAYMENT_AUTHORIZED,
                    PAYMENT_CAPTURED,
                    PAYMENT_REFUNDED,
                    PAYMENT_CANCELLED,
                    PAYMENT_ABORTED,
                    PAYMENT_EXPIRED,
                    PAYMENT_TERMINATED,
                    PAYMENT_FAILED,
                    PAYMENT_QUESTIONED,
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
}
