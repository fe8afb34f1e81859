package io.caravan.usecase.payment;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.Acceptance;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import io.caravan.core.pretransaction.OfferedChannels;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** Begins to pay an invoice with the card in the payer's wallet: the invoice is claimed, the charge written down. */
public class StartPayment {

    private final Merchants merchants;
    private final Payers payers;
    private final OfferedChannels channels;
    private final Invoices invoices;
    private final Payments payments;
    private final Events events;
    private final Clock clock;

    public StartPayment(
            Merchants merchants,
            Payers payers,
            OfferedChannels channels,
            Invoices invoices,
            Payments payments,
            Events events,
            Clock clock) {
        this.merchants = merchants;
        this.payers = payers;
        this.channels = channels;
        this.invoices = invoices;
        this.payments = payments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The charge, which has yet to be sent. No money moves before this has been committed.
     *
     * @throws InvalidInput if the payer chose another card than the wallet's, or a day on which this cannot be paid
     * @throws Problem INVOICE_UNKNOWN for anybody else's invoice, or one that is not for a wallet, PAYER_UNAVAILABLE, or why it cannot be paid now
     */
    public OperationId start(Acceptance acceptance) {
        var payer = payers.find(acceptance.payer()).orElseThrow(Forbidden::new);
        var invoice = invoices.lock(acceptance.invoice())
                .filter(asked -> asked.isFor(payer) && channels.haveWallet(asked))
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, acceptance.invoice()));
        var now = clock.instant();
        var zone = merchants.find(invoice.merchant()).orElseThrow().zone();
        var today = LocalDate.ofInstant(now, zone);
        acceptance.check(payer, invoice, today);
        if (acceptance.date().filter(today::isBefore).isPresent()) {
            throw InvalidInput.of("PaymentDate", "must be today");
        }

        var payment = Payment.byStoredCard(invoice, payer, now);
        var charge = payment.charge();
        invoices.update(invoice.claim(payment.id()));
        payments.add(payment, charge, Payments.PATIENCE);
        events.record(Event.of(payment, EventType.PAYMENT_CREATED, now, Map.of()));
        return charge.id();
    }
}
