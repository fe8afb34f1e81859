package io.caravan.core.pretransaction;

import io.caravan.core.payment.Operation;
import io.caravan.core.payment.Payment;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An attempt to pay a pre-transaction, as partners see it.
 *
 * @param provider by which name it was chosen
 * @param first the instruction with which it began
 * @param paidAt when the money was taken
 */
public record PartnerTransaction(
        PreTransactionDetails about,
        Payment payment,
        String provider,
        Optional<Operation> first,
        Optional<Instant> paidAt) {

    public PartnerTransaction {
        Objects.requireNonNull(about);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(first);
        Objects.requireNonNull(paidAt);
    }

    public TransactionStatus status() {
        return TransactionStatus.of(payment, first);
    }

    /** On a phone's bill: where it stands in the words of phone billing. */
    public Optional<PhoneStatus> phoneStatus() {
        return payment.bill().flatMap(bill -> first.map(charge -> PhoneStatus.of(payment, charge)));
    }

    /** A word of phone billing; of others, why it stands as it does, in the provider's word; else its status. */
    public String statusCode() {
        return phoneStatus().map(PhoneStatus::code).orElseGet(this::reasonOrStatus);
    }

    private String reasonOrStatus() {
        return first.flatMap(Operation::reason).orElseGet(() -> status().text());
    }
}
