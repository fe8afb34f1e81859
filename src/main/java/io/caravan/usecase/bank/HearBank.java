package io.caravan.usecase.bank;

import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.notice.Channel;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.History;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.BankReport;
import io.caravan.core.paymentinvoice.BankReport.BankRefusal;
import io.caravan.core.paymentinvoice.HeardTransfer;
import io.caravan.core.paymentinvoice.IncomingTransfer;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.Services;
import io.caravan.core.paymentinvoice.Transfers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Hears from a bank what has come, or that nothing will. Money finds its payment by the reference; what finds none stays in
 * sight. The same transfer counts once, however often it is reported. A bank is heard only about payments by services of
 * its own.
 */
public class HearBank {

    private static final int WORDS_LENGTH = 400;
    private static final int REASON_LENGTH = 64;

    private final PaymentInvoices invoices;
    private final Services services;
    private final Payments payments;
    private final Transfers transfers;
    private final Alarms alarms;
    private final TransferMatching matching;
    private final History history;
    private final Clock clock;

    public HearBank(
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            Transfers transfers,
            Events events,
            Alarms alarms,
            Clock clock) {
        this.invoices = invoices;
        this.services = services;
        this.payments = payments;
        this.transfers = transfers;
        this.alarms = alarms;
        this.matching = new TransferMatching(payments, events);
        this.history = new History(payments, events);
        this.clock = clock;
    }

    /** Hears it; a repetition does nothing. */
    public void hear(BankReport report) {
        var now = clock.instant();
        report.transfer().ifPresent(transfer -> hear(transfer, now));
        report.refusal().ifPresent(refusal -> hear(refusal, now));
        if (report.transfer().isEmpty() && report.refusal().isEmpty()) {
            doubt("a bank spoke of nothing known: " + report.words(), now);
        }
    }

    private void hear(IncomingTransfer transfer, Instant now) {
        var quoted = invoices.quoted(transfer.reference());
        if (quoted.isEmpty()) {
            keep(transfer, "nobody has been told to quote this", now);
            return;
        }
        var payment = payments.lock(quoted.get().payment()).orElseThrow();
        var obstacle = TransferMatching.obstacle(transfer, quoted.get(), payment, now)
                .or(() -> foreign(transfer.provider(), quoted.get()));
        if (obstacle.isPresent()) {
            keep(transfer, obstacle.get(), now);
        } else if (add(HeardTransfer.matched(transfer, payment.id(), now))) {
            matching.pay(transfer, payment, now);
        }
    }

    /** Why the bank has no say here. Payments by no service yet are those of the bank that is called so. */
    private Optional<String> foreign(String provider, PaymentInvoice invoice) {
        var own =
                invoice.service().flatMap(services::find).map(Service::provider).orElse(Channel.BANK.text());
        return own.equals(provider) ? Optional.empty() : Optional.of("the payment is one of " + own);
    }

    private void keep(IncomingTransfer transfer, String why, Instant now) {
        add(HeardTransfer.unmatched(transfer, why, now));
    }

    /** Whether it is heard of for the first time. One that was other money before raises an alarm. */
    private boolean add(HeardTransfer heard) {
        if (transfers.add(heard)) {
            return true;
        }
        var transfer = heard.transfer();
        var known =
                transfers.find(transfer.provider(), transfer.id()).orElseThrow().transfer();
        if (!known.amount().equals(transfer.amount()) || !known.reference().equals(transfer.reference())) {
            doubt("transfer " + transfer.id() + " was " + known + " and is now " + transfer, heard.at());
        }
        return false;
    }

    private void hear(BankRefusal refusal, Instant now) {
        var quoted = invoices.quoted(refusal.reference());
        if (quoted.isEmpty()) {
            doubt("a bank refuses what nobody has been told to quote: " + refusal.reference(), now);
            return;
        }
        if (foreign(refusal.provider(), quoted.get()).isPresent()) {
            doubt(
                    refusal.provider() + " refuses a payment of another bank: "
                            + quoted.get().id(),
                    now);
            return;
        }
        refuse(quoted.get(), refusal, now);
    }

    private void refuse(PaymentInvoice quoted, BankRefusal refusal, Instant now) {
        var payment = payments.lock(quoted.payment()).orElseThrow();
        if (payment.status() == PaymentStatus.AUTHORIZED) {
            doubt("a bank refuses what has been paid: " + quoted.id(), now);
        }
        if (payment.status() == PaymentStatus.CREATED) {
            var invoice = invoices.find(payment.id()).orElseThrow();
            var reason = cut(refusal.reason(), REASON_LENGTH);
            invoices.update(invoice.refused(reason));
            history.write(payment.fail(), EventType.PAYMENT_FAILED, now, Map.of(Detail.REASON, reason));
        }
    }

    private void doubt(String what, Instant now) {
        alarms.raise(Alarm.ofNothing(Alarm.Kind.DOUBT, cut(what, WORDS_LENGTH), now));
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
