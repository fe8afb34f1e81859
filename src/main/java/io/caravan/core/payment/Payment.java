package io.caravan.core.payment;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payer.PayerId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An attempt to move money by one method. Immutable: each change answers the payment as it is then.
 *
 * @param amount what is to be moved
 * @param authorized reserved or taken at the provider
 * @param captured taken
 * @param number counts the events of this payment: the number of the last one
 */
public record Payment(
        PaymentId id,
        MerchantId merchant,
        Dialect dialect,
        Optional<InvoiceId> invoice,
        Optional<PayerId> payer,
        PaymentMethod method,
        PaymentStatus status,
        Money amount,
        Money authorized,
        Money captured,
        Money refunded,
        Money cancelled,
        int number,
        Instant createdAt) {

    public Payment {
        Objects.requireNonNull(id);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(payer);
        Objects.requireNonNull(method);
        Objects.requireNonNull(status);
        Objects.requireNonNull(createdAt);
        if (captured.isMoreThan(authorized) || refunded.isMoreThan(captured)) {
            throw new IllegalArgumentException("more taken than authorized, or more given back than taken: " + id);
        }
    }

    /** A payment of an invoice with the card in the payer's wallet. */
    public static Payment byStoredCard(
            MerchantId merchant, Dialect dialect, InvoiceId invoice, PayerId payer, Money amount, Instant now) {
        var none = Money.zero(amount.currency());
        return new Payment(
                PaymentId.random(),
                merchant,
                dialect,
                Optional.of(invoice),
                Optional.of(payer),
                PaymentMethod.STORED_CARD,
                PaymentStatus.CREATED,
                amount,
                none,
                none,
                none,
                none,
                0,
                now);
    }

    /** The instruction to take all of the money at once. */
    public Operation charge() {
        if (status != PaymentStatus.CREATED) {
            throw new IllegalStateException("a payment is charged once: " + id);
        }
        return Operation.request(id, OperationKind.CHARGE, amount);
    }

    /** The provider has taken all of the money. */
    public Payment charged() {
        return moveTo(PaymentStatus.AUTHORIZED, amount, amount);
    }

    /** The provider has refused. */
    public Payment fail() {
        return moveTo(PaymentStatus.FAILED, authorized, captured);
    }

    private Payment moveTo(PaymentStatus target, Money nowAuthorized, Money nowCaptured) {
        if (!status.canBecome(target)) {
            throw new IllegalStateException(status + " cannot become " + target);
        }
        return new Payment(
                id,
                merchant,
                dialect,
                invoice,
                payer,
                method,
                target,
                amount,
                nowAuthorized,
                nowCaptured,
                refunded,
                cancelled,
                number + 1,
                createdAt);
    }
}
