package io.caravan.usecase.pretransaction;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.notice.Notices;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.PhoneBill;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactions;
import java.util.List;
import java.util.Optional;

/** Has payers of partners told by SMS that they have paid, where the partner has written what to say. */
public class PlanReceipts {

    private final PreTransactions preTransactions;
    private final Payments payments;
    private final Notices notices;

    public PlanReceipts(PreTransactions preTransactions, Payments payments, Notices notices) {
        this.preTransactions = preTransactions;
        this.payments = payments;
        this.notices = notices;
    }

    /** Makes a notice of each event that tells of a paid invoice; the same event again makes the same notice. */
    public void plan(List<Event> events) {
        var receipts = events.stream()
                .filter(event -> event.dialect() == Dialect.MOBILEINVOICE && event.type() == EventType.INVOICE_PAID)
                .flatMap(event -> receipt(event).stream())
                .toList();
        if (!receipts.isEmpty()) {
            notices.add(receipts);
        }
    }

    private Optional<Notice> receipt(Event paid) {
        return preTransactions
                .find(new InvoiceId(paid.subject()))
                .filter(details -> details.preTransaction()
                        .terms()
                        .smsReceiptText()
                        .filter(text -> !text.isBlank())
                        .isPresent())
                .flatMap(details -> phone(details, paid))
                .map(phone -> Notice.of(
                        paid.id(),
                        paid.subject(),
                        NoticeKind.INVOICE_RECEIPT,
                        NoticeKind.INVOICE_RECEIPT.channel(),
                        phone));
    }

    /** To whom the invoice was sent; else on whose bill it went. */
    private Optional<Phone> phone(PreTransactionDetails details, Event paid) {
        return details.invoice().draft().phone().or(() -> Optional.ofNullable(
                        paid.details().get(Detail.PAYMENT))
                .flatMap(PaymentId::parse)
                .flatMap(payments::find)
                .flatMap(Payment::bill)
                .map(PhoneBill::phone));
    }
}
