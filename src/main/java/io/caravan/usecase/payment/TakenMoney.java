package io.caravan.usecase.payment;

import io.caravan.core.event.EventType;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.payment.History;
import io.caravan.core.payment.LateMoney;
import io.caravan.core.payment.OperationKind;

/** Money that was taken: it pays the invoice that its payment claims; for any other invoice it is given back. */
final class TakenMoney {

    private final History history;
    private final Claims claims;
    private final Instructions instructions;
    private final LateMoney late;

    TakenMoney(History history, Claims claims, Instructions instructions, LateMoney late) {
        this.history = history;
        this.claims = claims;
        this.instructions = instructions;
        this.late = late;
    }

    void take(Settled settled) {
        var payment = settled.payment().after(settled.operation());
        var wrong = settled.invoice().filter(asked -> !asked.canBePaidBy(payment.id()));
        var details = wrong.map(asked -> History.amount(settled.operation(), why(asked)))
                .orElseGet(() -> History.amount(settled.operation()));
        history.write(payment, EventType.PAYMENT_CAPTURED, settled.now(), details);
        if (wrong.isPresent()) {
            var refund = instructions.write(
                    payment, OperationKind.REFUND, settled.operation().amount());
            late.add(refund, why(wrong.get()), settled.now());
        } else {
            settled.invoice().ifPresent(asked -> claims.pay(asked, payment, settled.now()));
        }
    }

    /** Why money does not pay this invoice, for people. */
    static String why(Invoice invoice) {
        return invoice.status().isFinal()
                ? "the invoice is " + invoice.status()
                : "the invoice is not claimed by this payment";
    }
}
