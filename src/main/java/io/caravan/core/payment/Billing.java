package io.caravan.core.payment;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.money.Money;
import java.util.Objects;
import java.util.Optional;

/**
 * What the payer of a payment by phone bill may see of it.
 *
 * @param code why it was refused, if it was and the carrier's word is known
 */
public record Billing(
        OperationId id,
        PaymentId payment,
        InvoiceId invoice,
        PhoneBill bill,
        Money amount,
        BillingStage stage,
        Optional<BillingCode> code) {

    public Billing {
        Objects.requireNonNull(id);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(bill);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(stage);
        Objects.requireNonNull(code);
    }

    /** Whether a PIN is wanted now. One may be entered too while nobody knows whether the carrier was reached. */
    public boolean wantsPin() {
        return stage == BillingStage.WAITING && bill.confirmation() == Confirmation.PIN;
    }

    /** Whether it was refused, and may succeed with the same phone another time. */
    public boolean isWorthAnotherTry() {
        return code.filter(known -> known.verdict() == BillingCode.Verdict.TEMPORARY)
                .isPresent();
    }
}
