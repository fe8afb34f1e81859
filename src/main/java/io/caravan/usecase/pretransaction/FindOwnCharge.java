package io.caravan.usecase.pretransaction;

import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.PinEntry;
import io.caravan.core.pretransaction.OwnPin;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;

/** Finds the charge that a PIN is for which a partner has been told. */
public class FindOwnCharge {

    private final FindTransaction transactions;

    public FindOwnCharge(FindTransaction transactions) {
        this.transactions = transactions;
    }

    /**
     * The charge with the PIN.
     *
     * @throws Problem INVOICE_UNKNOWN if the merchant has no such transaction
     * @throws InvalidInput if it is not confirmed by a PIN
     */
    public PinEntry find(OwnPin own) {
        var transaction = transactions.find(own.transaction());
        return transaction
                .payment()
                .bill()
                .filter(bill -> bill.confirmation() == Confirmation.PIN)
                .flatMap(bill -> transaction.first())
                .map(charge -> new PinEntry(charge.id(), own.pin()))
                .orElseThrow(() -> InvalidInput.of("pinCode", "is not what this transaction is confirmed by"));
    }
}
