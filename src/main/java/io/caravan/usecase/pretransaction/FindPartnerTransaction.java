package io.caravan.usecase.pretransaction;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.notice.Channel;
import io.caravan.core.partner.Partners;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Payments;
import io.caravan.core.pretransaction.PartnerTransaction;
import io.caravan.core.pretransaction.PaymentChoices;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactions;
import java.time.Instant;
import java.util.Optional;

/** Finds a payment as the transaction that its partner sees in it. */
public class FindPartnerTransaction {

    /** What a payment is called that nobody has chosen by a name: one in a wallet app. */
    private static final String WALLET = "wallet";

    private final PreTransactions preTransactions;
    private final Partners partners;
    private final Payments payments;
    private final PaymentChoices choices;
    private final Events events;

    public FindPartnerTransaction(
            PreTransactions preTransactions,
            Partners partners,
            Payments payments,
            PaymentChoices choices,
            Events events) {
        this.preTransactions = preTransactions;
        this.partners = partners;
        this.payments = payments;
        this.choices = choices;
        this.events = events;
    }

    /** Any partner's; empty if it is nobody's. */
    public Optional<PartnerTransaction> find(PaymentId id) {
        return payments.find(id).flatMap(payment -> payment.invoice()
                .flatMap(preTransactions::find)
                .map(about -> new PartnerTransaction(
                        about, payment, provider(payment, about), first(payment), paidAt(payment))));
    }

    private String provider(Payment payment, PreTransactionDetails about) {
        return choices.provider(payment.id()).orElseGet(() -> {
            var names = partners.find(payment.merchant())
                    .map(partner -> partner.settings().providers())
                    .orElseThrow();
            return about.preTransaction().terms().providers().stream()
                    .filter(name -> names.get(name) == Channel.PUSH)
                    .findFirst()
                    .orElse(WALLET);
        });
    }

    private Optional<Operation> first(Payment payment) {
        return payments.operations(payment.id()).stream()
                .filter(operation ->
                        operation.kind() == OperationKind.AUTHORIZE || operation.kind() == OperationKind.CHARGE)
                .findFirst();
    }

    private Optional<Instant> paidAt(Payment payment) {
        if (!payment.captured().isPositive()) {
            return Optional.empty();
        }
        return events.of(payment.id().value()).stream()
                .filter(event -> event.type() == EventType.PAYMENT_CAPTURED)
                .map(Event::at)
                .findFirst();
    }
}
