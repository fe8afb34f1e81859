package io.caravan.core.payment;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A payer's word that an invoice shall be paid.
 *
 * @param date the day the payer chose; none is today
 * @param card the card the payer chose; none is the one in the wallet
 */
public record Acceptance(PayerId payer, InvoiceId invoice, Optional<LocalDate> date, Optional<UUID> card) {

    public Acceptance {
        Objects.requireNonNull(payer);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(date);
        Objects.requireNonNull(card);
    }

    /**
     * Refuses what this payer cannot mean.
     *
     * @param today in the merchant's zone
     * @throws InvalidInput for another card than the wallet's, or a day that is over or after the invoice's last, or
     *     another one than today for an invoice that cannot be scheduled
     * @throws Problem PAYER_UNAVAILABLE, or INVOICE_CLOSED if its last day is over
     */
    public void check(Payer by, Invoice asked, LocalDate today) {
        if (date.filter(today::isAfter).isPresent()) {
            throw InvalidInput.of("PaymentDate", "must be today or later");
        }
        if (date.filter(today::isBefore).isPresent() && !asked.canBeScheduled()) {
            throw InvalidInput.of("PaymentDate", "must be today");
        }
        if (date.filter(asked.lastDay()::isBefore).isPresent()) {
            throw InvalidInput.of("PaymentDate", "must be no later than 30 days after DueDate");
        }
        if (card.filter(chosen -> !chosen.equals(by.card())).isPresent()) {
            throw InvalidInput.of("ConsumerCard", "is not a card of this payer");
        }
        if (by.blocked()) {
            throw Problem.of(ProblemCode.PAYER_UNAVAILABLE, "payer");
        }
        if (!asked.status().isFinal() && today.isAfter(asked.lastDay())) {
            throw Problem.of(ProblemCode.INVOICE_CLOSED, asked.id());
        }
    }
}
