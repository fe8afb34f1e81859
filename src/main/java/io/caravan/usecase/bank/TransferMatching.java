package io.caravan.usecase.bank;

import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.payment.History;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentMethod;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.IncomingTransfer;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How money that has come pays a payment, which is locked. */
final class TransferMatching {

    private final Payments payments;
    private final History history;

    TransferMatching(Payments payments, Events events) {
        this.payments = payments;
        this.history = new History(payments, events);
    }

    /** Why the transfer cannot pay this, for people. */
    static Optional<String> obstacle(IncomingTransfer transfer, PaymentInvoice invoice, Payment payment, Instant now) {
        if (!transfer.amount().currency().equals(payment.amount().currency())) {
            return Optional.of(
                    "the payment is in " + payment.amount().currency().getCurrencyCode());
        }
        if (payment.method() != PaymentMethod.REQUISITES) {
            return Optional.of("the payer has chosen to pay with a card");
        }
        if (payment.status() == PaymentStatus.AUTHORIZED) {
            return Optional.of("the payment has been paid before");
        }
        if (payment.status() != PaymentStatus.CREATED) {
            return Optional.of("the payment is " + payment.status());
        }
        return invoice.expiresAt().isAfter(now) ? Optional.empty() : Optional.of("the time to pay was over");
    }

    /** The payment is paid by it, whether or not that is all that was asked for. */
    void pay(IncomingTransfer transfer, Payment payment, Instant now) {
        var operation = payment.receive(transfer.amount(), transfer.id());
        payments.add(operation, Duration.ofDays(1));
        payments.update(operation);
        history.write(
                payment.received(transfer.amount()),
                EventType.PAYMENT_CAPTURED,
                now,
                Map.of(
                        Detail.AMOUNT,
                        Long.toString(transfer.amount().minor()),
                        Detail.OPERATION,
                        operation.id().toString()));
    }
}
