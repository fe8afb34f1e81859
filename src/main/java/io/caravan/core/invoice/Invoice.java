package io.caravan.core.invoice;

import static io.caravan.core.invoice.InvoiceStatus.ACCEPTED;
import static io.caravan.core.invoice.InvoiceStatus.CANCELED;
import static io.caravan.core.invoice.InvoiceStatus.CREATED;
import static io.caravan.core.invoice.InvoiceStatus.INVALID;
import static io.caravan.core.invoice.InvoiceStatus.PAID;
import static io.caravan.core.invoice.InvoiceStatus.RECEIVED;
import static io.caravan.core.invoice.InvoiceStatus.REJECTED;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * A request for money that a merchant has put to a payer. Immutable: each change answers the invoice as it is then.
 *
 * @param number counts the events of this invoice: the number of the last one, 0 for its creation, -1 before
 * @param paymentDate the day the payer chose, or paid on
 * @param claim the payment that alone may be on its way for this invoice
 */
public record Invoice(
        InvoiceId id,
        MerchantId merchant,
        InvoiceDraft draft,
        InvoiceStatus status,
        int number,
        Instant createdAt,
        Optional<LocalDate> paymentDate,
        Optional<PaymentId> claim) {

    /** Days after the due date for which an unpaid invoice can still be paid. */
    public static final int GRACE_DAYS = 30;

    public Invoice {
        Objects.requireNonNull(id);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(draft);
        Objects.requireNonNull(status);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(paymentDate);
        Objects.requireNonNull(claim);
    }

    /** A new invoice that obeys all rules. */
    public static Invoice create(InvoiceId id, MerchantId merchant, InvoiceDraft draft, Instant now) {
        return new Invoice(id, merchant, draft, CREATED, 0, now, Optional.empty(), Optional.empty());
    }

    /** An item of a batch, well-formed, that waits for its check. Nothing has happened to it yet: it has no event. */
    public static Invoice receive(InvoiceId id, MerchantId merchant, InvoiceDraft draft, Instant now) {
        return new Invoice(id, merchant, draft, RECEIVED, -1, now, Optional.empty(), Optional.empty());
    }

    /** The last day on which the invoice can be paid, in its merchant's zone. A Mobile Invoice is due at its end. */
    public LocalDate lastDay() {
        return switch (draft.dialect()) {
            case MOBILEINVOICE -> draft.dueDate();
            case MOBILEPAY, EPAYMENT, PAYMENTINVOICES -> draft.dueDate().plusDays(GRACE_DAYS);
        };
    }

    /** Whether its merchant is told only where it stands: it was never valid, or it is a link that nobody took up. */
    public boolean tellsOnlyItsStatus() {
        return switch (status) {
            case INVALID -> true;
            case EXPIRED -> draft.delivery() == Delivery.LINK && paymentDate.isEmpty();
            case RECEIVED, CREATED, ACCEPTED, PAID, REJECTED, CANCELED -> false;
        };
    }

    /** Whether its link still leads to its page: not before the merchant has been told of it, and not once it is over. */
    public boolean opensItsPage() {
        return switch (status) {
            case RECEIVED, INVALID, EXPIRED -> false;
            case CREATED, ACCEPTED, PAID, REJECTED, CANCELED -> true;
        };
    }

    /** When its last day has ended in this zone, its merchant's. */
    public Instant expiresAt(ZoneId zone) {
        return lastDay().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The item has passed its check. */
    public Invoice admit() {
        return moveTo(CREATED, Optional.empty());
    }

    /** The item has not passed its check. */
    public Invoice invalidate() {
        return moveTo(INVALID, Optional.empty());
    }

    /** Holds the invoice for this payment: nobody else can pay, cancel or reject it until the claim is released. */
    public Invoice claim(PaymentId payment) {
        refuseIfClosed();
        refuseIfClaimed();
        return new Invoice(id, merchant, draft, status, number, createdAt, paymentDate, Optional.of(payment));
    }

    /** Whether this payer has been asked: the one whom the invoice names, or with a link anyone. */
    public boolean isFor(Payer payer) {
        return switch (status) {
            case RECEIVED, INVALID -> false;
            case CREATED, ACCEPTED, PAID, REJECTED, EXPIRED, CANCELED ->
                draft.delivery() == Delivery.LINK
                        || draft.phone().filter(payer.phone()::equals).isPresent();
        };
    }

    /** Whether a payer may accept it for a later day. */
    public boolean canBeScheduled() {
        return draft.dialect() == Dialect.MOBILEPAY;
    }

    /** Whether a payment could claim the invoice now. */
    public boolean isFree() {
        return status.canBecome(PAID) && claim.isEmpty();
    }

    /** Whether money taken for this payment pays the invoice. */
    public boolean canBePaidBy(PaymentId payment) {
        return status.canBecome(PAID) && claim.filter(payment::equals).isPresent();
    }

    /** The payment that holds the invoice has been made. */
    public Invoice pay(PaymentId payment, LocalDate today) {
        if (!canBePaidBy(payment)) {
            throw new IllegalStateException("money for an invoice that is not claimed for it: " + id);
        }
        return moveTo(PAID, Optional.of(today));
    }

    /**
     * The payment that holds the invoice, tried on this day, was refused. The claim is released; the invoice is
     * accepted from then on, unless the payer had chosen a later day, which stands.
     */
    public Invoice failToPay(PaymentId payment, LocalDate today) {
        if (!canBePaidBy(payment)) {
            throw new IllegalStateException("a refusal for an invoice that is not claimed for it: " + id);
        }
        if (status == ACCEPTED && paymentDate.filter(today::isBefore).isPresent()) {
            return new Invoice(id, merchant, draft, status, number, createdAt, paymentDate, Optional.empty());
        }
        return moveTo(ACCEPTED, Optional.of(today));
    }

    /** The payment that holds the invoice was refused and will be tried again: nothing but the claim has changed. */
    public Invoice release(PaymentId payment) {
        if (!canBePaidBy(payment)) {
            throw new IllegalStateException("a refusal for an invoice that is not claimed for it: " + id);
        }
        return new Invoice(id, merchant, draft, status, number, createdAt, paymentDate, Optional.empty());
    }

    /** The payer chose this day. */
    public Invoice accept(LocalDate date) {
        refuseIfClosed();
        refuseIfClaimed();
        return moveTo(ACCEPTED, Optional.of(date));
    }

    /** The payer will not pay; who opens a link can say so only after accepting, and of a partner's invoice never. */
    public Invoice reject() {
        refuseIfClosed();
        refuseIfClaimed();
        if (draft.delivery() == Delivery.LINK && (status == CREATED || !canBeScheduled())) {
            throw Problem.of(ProblemCode.INVOICE_NOT_ACCEPTED, id);
        }
        return moveTo(REJECTED, paymentDate);
    }

    public Invoice cancel() {
        refuseIfClosed();
        refuseIfClaimed();
        return moveTo(CANCELED, paymentDate);
    }

    private Invoice moveTo(InvoiceStatus target, Optional<LocalDate> date) {
        refuseIfClosed();
        if (!status.canBecome(target)) {
            throw new IllegalStateException(status + " cannot become " + target);
        }
        return new Invoice(id, merchant, draft, target, number + 1, createdAt, date, Optional.empty());
    }

    private void refuseIfClosed() {
        if (status == PAID) {
            throw Problem.of(ProblemCode.INVOICE_ALREADY_PAID, id);
        }
        if (status.isFinal()) {
            throw Problem.of(ProblemCode.INVOICE_CLOSED, id);
        }
    }

    private void refuseIfClaimed() {
        if (claim.isPresent()) {
            throw Problem.of(ProblemCode.PAYMENT_IN_PROGRESS, id);
        }
    }
}
