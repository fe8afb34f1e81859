package io.caravan.usecase.bank;

import io.caravan.core.event.Events;
import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.TransferAssignment;
import io.caravan.core.paymentinvoice.TransferState;
import io.caravan.core.paymentinvoice.Transfers;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;

/** Lets money that has paid nothing pay what an operator says, such as one whose payer has quoted wrongly. */
public class AssignTransfer {

    private final PaymentInvoices invoices;
    private final Payments payments;
    private final Transfers transfers;
    private final TransferMatching matching;
    private final Acts acts;
    private final Clock clock;
    private final Clock realTime;

    public AssignTransfer(
            PaymentInvoices invoices,
            Payments payments,
            Transfers transfers,
            Events events,
            Acts acts,
            Clock clock,
            Clock realTime) {
        this.invoices = invoices;
        this.payments = payments;
        this.transfers = transfers;
        this.matching = new TransferMatching(payments, events);
        this.acts = acts;
        this.clock = clock;
        this.realTime = realTime;
    }

    /**
     * Assigns it.
     *
     * @throws Problem PAYMENT_UNKNOWN, TRANSFER_UNKNOWN, or TRANSFER_NOT_ASSIGNABLE if the transfer has paid something, or
     *     the payment is in another currency, has ended, or its time is over
     */
    public Act assign(TransferAssignment wish) {
        var invoice = invoices.find(wish.invoice())
                .orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, wish.invoice()));
        var payment = payments.lock(invoice.payment()).orElseThrow();
        var heard = transfers
                .lock(wish.provider(), wish.transfer())
                .orElseThrow(() -> Problem.of(ProblemCode.TRANSFER_UNKNOWN, wish.transfer()));
        var now = clock.instant();
        var obstacle = TransferMatching.obstacle(heard.transfer(), invoice, payment, now);
        if (heard.state() != TransferState.UNMATCHED || obstacle.isPresent()) {
            throw Problem.of(ProblemCode.TRANSFER_NOT_ASSIGNABLE, wish.transfer());
        }
        transfers.update(heard.assigned(payment.id()));
        matching.pay(heard.transfer(), payment, now);
        var act = Act.of(
                ActKind.ASSIGN_TRANSFER,
                wish.by(),
                "transfer " + wish.transfer(),
                "%s pays %s".formatted(heard.transfer().amount(), wish.invoice()),
                realTime.instant());
        acts.add(act);
        return act;
    }
}
