package io.caravan.dialect.mobileinvoice;

import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.pretransaction.PartnerTransaction;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.TransactionStatus;
import io.caravan.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What partners are told of events: {@code {"type","timestamp","data"}}. */
final class CallbackBodies {

    private static final Map<EventType, String> OTHERS = Map.of(
            EventType.SMS_DELIVERED, "sms.delivered",
            EventType.SMS_FAILED, "sms.failed",
            EventType.CALLBACK_TEST, "test");

    private final Function<InvoiceId, Optional<PreTransactionDetails>> preTransactions;
    private final Function<PaymentId, Optional<PartnerTransaction>> transactions;
    private final PreTransactionWriter preTransactionWriter;
    private final TransactionWriter transactionWriter;

    CallbackBodies(
            Function<InvoiceId, Optional<PreTransactionDetails>> preTransactions,
            Function<PaymentId, Optional<PartnerTransaction>> transactions,
            PreTransactionWriter preTransactionWriter,
            TransactionWriter transactionWriter) {
        this.preTransactions = preTransactions;
        this.transactions = transactions;
        this.preTransactionWriter = preTransactionWriter;
        this.transactionWriter = transactionWriter;
    }

    /** The type of a callback about such an event; empty if partners are not told. */
    static Optional<String> name(EventType type) {
        return status(type)
                .map(status -> "transaction." + status.text().toLowerCase(Locale.ROOT))
                .or(() -> Optional.ofNullable(OTHERS.get(type)));
    }

    private static Optional<TransactionStatus> status(EventType type) {
        return switch (type) {
            case INVOICE_ACCESSED -> Optional.of(TransactionStatus.ACCESSED);
            case PAYMENT_CREATED -> Optional.of(TransactionStatus.REGISTERED);
            case PAYMENT_AUTHORIZED -> Optional.of(TransactionStatus.AUTHORIZED);
            case PAYMENT_CAPTURED -> Optional.of(TransactionStatus.CAPTURE_OK);
            case PAYMENT_REFUNDED -> Optional.of(TransactionStatus.REFUNDED);
            case PAYMENT_CANCELLED, PAYMENT_ABORTED, PAYMENT_TERMINATED -> Optional.of(TransactionStatus.CANCELLED);
            case PAYMENT_EXPIRED -> Optional.of(TransactionStatus.EXPIRED);
            case PAYMENT_FAILED -> Optional.of(TransactionStatus.FAILED);
            case INVOICE_CREATED,
                    INVOICE_INVALID,
                    INVOICE_ACCEPTED,
                    INVOICE_PAID,
                    INVOICE_REJECTED,
                    INVOICE_EXPIRED,
                    INVOICE_CANCELED,
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

    byte[] body(Event event) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", name(event.type()).orElseThrow());
        body.put("timestamp", PreTransactionWriter.time(event.at()));
        body.put("data", data(event));
        return StrictJson.bytes(body);
    }

    private Map<String, Object> data(Event event) {
        var invoice = Optional.ofNullable(event.details().get(Detail.INVOICE)).flatMap(InvoiceId::parse);
        if (invoice.isPresent()) {
            var data = preTransactionWriter.body(
                    preTransactions.apply(invoice.get()).orElseThrow());
            status(event.type()).ifPresent(status -> data.put("status", status.text()));
            return data;
        }
        if (event.type() == EventType.CALLBACK_TEST) {
            return Map.of();
        }
        var transaction = transactions.apply(new PaymentId(event.subject())).orElseThrow();
        return transactionWriter.body(transaction, status(event.type()).orElseThrow());
    }
}
