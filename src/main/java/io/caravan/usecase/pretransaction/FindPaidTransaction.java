package io.caravan.usecase.pretransaction;

import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.pretransaction.PartnerTransaction;
import java.util.Optional;

/** Finds the transaction that has paid an invoice. */
public class FindPaidTransaction {

    private final Events events;
    private final FindPartnerTransaction transactions;

    public FindPaidTransaction(Events events, FindPartnerTransaction transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    /** Empty as long as none has. */
    public Optional<PartnerTransaction> find(InvoiceId invoice) {
        return events.of(invoice.value()).stream()
                .filter(event -> event.type() == EventType.INVOICE_PAID)
                .map(event -> event.details().get(Detail.PAYMENT))
                .flatMap(payment -> PaymentId.parse(payment).stream())
                .findFirst()
                .flatMap(transactions::find);
    }
}
