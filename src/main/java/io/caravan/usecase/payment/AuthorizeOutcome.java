package io.caravan.usecase.payment;

import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.payment.History;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PaymentStatus;
import java.util.Map;

/**
 * What follows from a payer's visit to the provider's page. The first reservation that arrives claims the invoice and is
 * captured; every other one, and one for a closed invoice or a payment that has ended, is released. What is reserved for
 * a sale is captured when the merchant says so, or at once where that is agreed.
 */
final class AuthorizeOutcome implements Consequence {

    private final History history;
    private final Claims claims;
    private final Instructions instructions;

    AuthorizeOutcome(History history, Claims claims, Instructions instructions) {
        this.history = history;
        this.claims = claims;
        this.instructions = instructions;
    }

    @Override
    public void done(Settled settled) {
        var operation = settled.operation();
        var payment = settled.payment().after(operation);
        var needless = settled.invoice().filter(asked -> !asked.isFree());
        var details = needless.map(asked -> History.amount(operation, TakenMoney.why(asked)))
                .orElseGet(() -> History.amount(operation));
        history.write(payment, EventType.PAYMENT_AUTHORIZED, settled.now(), details);
        if (needless.isPresent() || payment.status() != PaymentStatus.AUTHORIZED) {
            instructions.releaseAll(payment);
        } else {
            settled.invoice().ifPresent(asked -> claims.claim(asked, payment));
            if (payment.isCapturedAtOnce()) {
                instructions.write(payment, OperationKind.CAPTURE, operation.amount());
            }
        }
    }

    /** The payer paid nothing; nobody else is concerned. Who pays no invoice may try again. */
    @Override
    public void refused(Settled settled) {
        if (settled.payment().invoice().isEmpty()) {
            return;
        }
        var reason = settled.operation().reason().orElse("");
        var details = Map.of(Detail.REASON, reason);
        var payment = settled.payment();
        switch (reason) {
            case Outcome.ABANDONED ->
                history.write(payment.end(PaymentStatus.ABORTED), EventType.PAYMENT_ABORTED, settled.now(), details);
            case Outcome.EXPIRED ->
                history.write(payment.end(PaymentStatus.EXPIRED), EventType.PAYMENT_EXPIRED, settled.now(), details);
            default -> history.write(payment.fail(), EventType.PAYMENT_FAILED, settled.now(), details);
        }
    }
}
