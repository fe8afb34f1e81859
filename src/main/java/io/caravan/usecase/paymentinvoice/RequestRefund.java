package io.caravan.usecase.paymentinvoice;

import io.caravan.core.money.Money;
import io.caravan.core.payment.Balance;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Refund;
import io.caravan.core.paymentinvoice.RefundDraft;
import io.caravan.core.paymentinvoice.Refunding;
import io.caravan.core.paymentinvoice.Refunds;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;

/** Writes the instruction to give some of a payment invoice's money back. No money moves before the commit. */
public class RequestRefund {

    private final PaymentInvoices invoices;
    private final Payments payments;
    private final Refunds refunds;
    private final Clock clock;

    public RequestRefund(PaymentInvoices invoices, Payments payments, Refunds refunds, Clock clock) {
        this.invoices = invoices;
        this.payments = payments;
        this.refunds = refunds;
        this.clock = clock;
    }

    /**
     * The refund that is to be given to the bank, or was asked for by the same request before.
     *
     * @throws Problem PAYMENT_UNKNOWN; PAYMENT_EXISTS if the merchant's reference stands for another refund;
     *     AMOUNT_NOT_AVAILABLE if it is more than is left
     * @throws InvalidInput if the amount is not greater than 0, or has more decimals than the currency
     */
    public Refunding request(RefundDraft draft) {
        var invoice = invoices.find(draft.merchant(), draft.invoice())
                .orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "id"));
        var payment = payments.lock(invoice.payment()).orElseThrow();
        var earlier = refunds.find(draft.merchant(), draft.account(), draft.reference());
        if (earlier.isPresent()) {
            if (!earlier.get().requestHash().equals(draft.hash())
                    || !earlier.get().invoice().equals(invoice.id())) {
                throw Problem.of(ProblemCode.PAYMENT_EXISTS, "reference_id");
            }
            return new Refunding(earlier.get().operation().id(), true);
        }
        var balance = new Balance(payment, payments.operations(payment.id()));
        var amount = draft.amount().isPresent() ? amount(draft, payment) : balance.taken();
        var operation = balance.request(OperationKind.REFUND, amount);
        payments.add(operation, Payments.PATIENCE);
        var refund = new Refund(
                invoice.id(), draft.reference(), draft.description(), draft.hash(), operation, clock.instant());
        if (!refunds.add(draft.merchant(), draft.account(), refund)) {
            throw Problem.of(ProblemCode.PAYMENT_EXISTS, "reference_id");
        }
        return new Refunding(operation.id(), false);
    }

    private static Money amount(RefundDraft draft, Payment payment) {
        var currency = payment.amount().currency();
        if (draft.amount().orElseThrow().signum() <= 0) {
            throw InvalidInput.of("amount", "must be greater than 0");
        }
        try {
            return Money.of(draft.amount().orElseThrow(), currency);
        } catch (ArithmeticException e) {
            throw InvalidInput.of(
                    "amount", "must have at most " + currency.getDefaultFractionDigits() + " decimals and 18 digits");
        }
    }
}
