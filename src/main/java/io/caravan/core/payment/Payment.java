package io.caravan.core.payment;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An attempt to move money by one method. Immutable: each change answers the payment as it is then.
 *
 * @param amount what is to be moved
 * @param card the card to charge, as the provider knows it; kept, so that an instruction repeated says the same
 * @param bill the phone's bill to charge
 * @param text what the payer will read on the bank statement
 * @param number counts the events of this payment: the number of the last one
 * @param sale what it is for, if there is no invoice
 */
public record Payment(
        PaymentId id,
        MerchantId merchant,
        Dialect dialect,
        Optional<InvoiceId> invoice,
        Optional<PayerId> payer,
        PaymentMethod method,
        PaymentStatus status,
        Optional<UUID> card,
        Optional<PhoneBill> bill,
        StatementText text,
        Money amount,
        Moved moved,
        int number,
        Instant createdAt,
        Optional<Sale> sale) {

    public Payment {
        Objects.requireNonNull(id);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(payer);
        Objects.requireNonNull(method);
        Objects.requireNonNull(status);
        Objects.requireNonNull(card);
        Objects.requireNonNull(bill);
        Objects.requireNonNull(text);
        Objects.requireNonNull(moved);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(sale);
    }

    /** A payment of all of the invoice with the card in the payer's wallet. */
    public static Payment byStoredCard(Invoice invoice, Payer payer, Instant now) {
        return of(
                invoice,
                Optional.of(payer.id()),
                PaymentMethod.STORED_CARD,
                Optional.of(payer.card()),
                Optional.empty(),
                now);
    }

    /**
     * A payment of all of the invoice on the provider's page.
     *
     * @param payer who pays, if that is known
     */
    public static Payment byPage(Invoice invoice, Optional<PayerId> payer, Instant now) {
        return of(invoice, payer, PaymentMethod.PROVIDER_PAGE, Optional.empty(), Optional.empty(), now);
    }

    /** A payment of all of the invoice on the bill of a phone. */
    public static Payment byPhoneBill(Invoice invoice, PhoneBill bill, Instant now) {
        return of(invoice, Optional.empty(), PaymentMethod.PHONE_BILL, Optional.empty(), Optional.of(bill), now);
    }

    /** A payment for a sale, which a payer has yet to approve. */
    public static Payment forSale(MerchantId merchant, Dialect dialect, Sale sale, Money amount, Instant now) {
        return of(merchant, dialect, PaymentMethod.STORED_CARD, sale.reference(), amount, now, Optional.of(sale));
    }

    /** A payment by a transfer, whose payer quotes this text. */
    public static Payment byRequisites(MerchantId merchant, Dialect dialect, String text, Money amount, Instant now) {
        return of(merchant, dialect, PaymentMethod.REQUISITES, text, amount, now, Optional.empty());
    }

    /** The same, now paid on the provider's page. */
    public Payment onProviderPage() {
        if (status != PaymentStatus.CREATED || method != PaymentMethod.REQUISITES) {
            throw new IllegalStateException("its way to pay is known: " + id);
        }
        return payable(payer, PaymentMethod.PROVIDER_PAGE, card);
    }

    public Money authorized() {
        return moved.authorized();
    }

    public Money captured() {
        return moved.captured();
    }

    public Money refunded() {
        return moved.refunded();
    }

    public Money cancelled() {
        return moved.cancelled();
    }

    /** Whether reserved money is taken without anybody's word. */
    public boolean isCapturedAtOnce() {
        return sale.map(Sale::captureAtOnce).orElse(true);
    }

    private static Payment of(
            Invoice invoice,
            Optional<PayerId> payer,
            PaymentMethod method,
            Optional<UUID> card,
            Optional<PhoneBill> bill,
            Instant now) {
        var draft = invoice.draft();
        return new Payment(
                PaymentId.random(),
                invoice.merchant(),
                draft.dialect(),
                Optional.of(invoice.id()),
                payer,
                method,
                PaymentStatus.CREATED,
                card,
                bill,
                StatementText.of(draft.document().reference()),
                draft.total(),
                Moved.nothing(draft.total().currency()),
                0,
                now,
                Optional.empty());
    }

    /** One that pays no invoice, and whose payer is not known. */
    private static Payment of(
            MerchantId merchant,
            Dialect dialect,
            PaymentMethod method,
            String text,
            Money amount,
            Instant now,
            Optional<Sale> sale) {
        return new Payment(
                PaymentId.random(),
                merchant,
                dialect,
                Optional.empty(),
                Optional.empty(),
                method,
                PaymentStatus.CREATED,
                Optional.empty(),
                Optional.empty(),
                StatementText.of(text),
                amount,
                Moved.nothing(amount.currency()),
                0,
                now,
                sale);
    }

    /** With the payer who approves it, and the card in the wallet. */
    public Payment approvedBy(Payer approver) {
        return payable(Optional.of(approver.id()), method, Optional.of(approver.card()));
    }

    /** The instruction to reserve all of the money on the card of the payer who approved. */
    public Operation authorizeCard() {
        if (status != PaymentStatus.CREATED || card.isEmpty()) {
            throw new IllegalStateException("a payment is authorized once, with a card: " + id);
        }
        return Operation.request(this, OperationKind.AUTHORIZE, amount);
    }

    /** The instruction to let the payer reserve all of the money on a page. */
    public Operation authorize(ProviderPage page) {
        if (status != PaymentStatus.CREATED) {
            throw new IllegalStateException("a payment is authorized once: " + id);
        }
        return Operation.request(this, OperationKind.AUTHORIZE, amount, Optional.of(page));
    }

    /** The instruction to take all of the money at once. */
    public Operation charge() {
        if (status != PaymentStatus.CREATED) {
            throw new IllegalStateException("a payment is charged once: " + id);
        }
        return Operation.request(this, OperationKind.CHARGE, amount);
    }

    /** The provider has taken all of the money. */
    public Payment charged() {
        return received(amount);
    }

    /** The note that so much has come for it, by which its provider knows the money. */
    public Operation receive(Money came, String providerReference) {
        if (status != PaymentStatus.CREATED) {
            throw new IllegalStateException("a payment takes one transfer: " + id);
        }
        return Operation.request(this, OperationKind.CHARGE, came).settle(Outcome.done(providerReference), 0);
    }

    /** So much has come for it, which may be more or less than was asked for. */
    public Payment received(Money came) {
        return moveTo(PaymentStatus.AUTHORIZED, moved.taken(came));
    }

    /** The provider has done this. Money reserved for a payment that has ended leaves it as it has ended. */
    public Payment after(Operation done) {
        return switch (done.kind()) {
            case AUTHORIZE -> {
                var begins = status.canBecome(PaymentStatus.AUTHORIZED);
                yield with(begins ? PaymentStatus.AUTHORIZED : status, moved.after(done));
            }
            case CHARGE -> charged();
            case CAPTURE, REFUND, CANCEL -> with(status, moved.after(done));
        };
    }

    /** The provider has refused. */
    public Payment fail() {
        return end(PaymentStatus.FAILED);
    }

    /** It has come to this end without any money. */
    public Payment end(PaymentStatus without) {
        return moveTo(without, moved);
    }

    /** With one event more, although nothing else has changed. */
    public Payment noted() {
        return with(status, moved);
    }

    private Payment payable(Optional<PayerId> who, PaymentMethod way, Optional<UUID> wallet) {
        return new Payment(
                id, merchant, dialect, invoice, who, way, status, wallet, bill, text, amount, moved, number, createdAt,
                sale);
    }

    private Payment moveTo(PaymentStatus target, Moved nowMoved) {
        if (!status.canBecome(target)) {
            throw new IllegalStateException(status + " cannot become " + target);
        }
        return with(target, nowMoved);
    }

    private Payment with(PaymentStatus target, Moved nowMoved) {
        return new Payment(
                id,
                merchant,
                dialect,
                invoice,
                payer,
                method,
                target,
                card,
                bill,
                text,
                amount,
                nowMoved,
                number + 1,
                createdAt,
                sale);
    }
}
