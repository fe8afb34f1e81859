package io.caravan.usecase.notice;

import io.caravan.core.consent.Consent;
import io.caravan.core.consent.ConsentId;
import io.caravan.core.consent.ConsentState;
import io.caravan.core.consent.Consents;
import io.caravan.core.event.Event;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.Reminder;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.schedule.Schedule;
import io.caravan.core.schedule.ScheduledAttempts;
import io.caravan.core.schedule.Schedules;
import java.time.Clock;
import java.util.Optional;

/** Which notices would tell their payers nothing of use any more. */
final class UselessNotices {

    private final Merchants merchants;
    private final Schedules schedules;
    private final Consents consents;
    private final PreTransactions preTransactions;
    private final Events events;
    private final Clock clock;

    UselessNotices(
            Merchants merchants,
            Schedules schedules,
            Consents consents,
            PreTransactions preTransactions,
            Events events,
            Clock clock) {
        this.merchants = merchants;
        this.schedules = schedules;
        this.consents = consents;
        this.preTransactions = preTransactions;
        this.events = events;
        this.clock = clock;
    }

    /** Why it is of no use, for people. Empty: it is. */
    Optional<String> why(Notice notice, Invoice invoice) {
        return switch (notice.kind()) {
            case INVOICE_CREATED, INVOICE_PROMPTED -> closed(invoice);
            case INVOICE_RECEIPT -> Optional.empty();
            case INVOICE_REMINDER -> uselessReminder(notice, invoice);
            case PAYMENT_FAILED ->
                closed(invoice).or(() -> anotherDay(invoice)).or(() -> tooLate(isLateFailure(notice)));
            case PAYMENT_ASKED, PAYMENT_REMINDER, PAYMENT_LAST_REMINDER ->
                throw new IllegalArgumentException("it is about no invoice");
            case CONSENT_ASKED ->
                consents.find(new ConsentId(notice.subject()))
                        .map(Consent::state)
                        .filter(ConsentState::isFinal)
                        .map(state -> "the consent is " + state);
        };
    }

    private static Optional<String> closed(Invoice invoice) {
        return Optional.of(invoice.status()).filter(InvoiceStatus::isFinal).map(status -> "the invoice is " + status);
    }

    /** A partner's invoice is brought to mind until it is paid, closed or over, all others until they are answered. */
    private Optional<String> uselessReminder(Notice notice, Invoice invoice) {
        return switch (invoice.draft().dialect()) {
            case MOBILEINVOICE -> closed(invoice).or(() -> tooLate(hasEnded(invoice)));
            case MOBILEPAY, EPAYMENT, PAYMENTINVOICES ->
                answered(invoice).or(() -> tooLate(isLateReminder(notice, invoice)));
        };
    }

    private static Optional<String> answered(Invoice invoice) {
        return Optional.of(invoice.status())
                .filter(status -> status != InvoiceStatus.CREATED)
                .map(status -> "the invoice is " + status);
    }

    private Optional<String> anotherDay(Invoice invoice) {
        return schedules
                .find(invoice.id())
                .filter(Schedule::isOpen)
                .map(schedule -> "the payer has chosen " + schedule.date());
    }

    private static Optional<String> tooLate(boolean late) {
        return late ? Optional.of("its day has passed") : Optional.empty();
    }

    /** Whether the time is over that its partner gave it, though it may not have expired yet. */
    private boolean hasEnded(Invoice invoice) {
        return preTransactions
                .find(invoice.id())
                .flatMap(details -> details.preTransaction().expiresAt())
                .filter(end -> !clock.instant().isBefore(end))
                .isPresent();
    }

    private boolean isLateReminder(Notice notice, Invoice invoice) {
        var zone = merchants.find(invoice.merchant()).orElseThrow().zone();
        return event(notice)
                .flatMap(came -> Reminder.of(came, invoice.draft().dueDate(), zone))
                .filter(reminder -> reminder.isTooLate(clock.instant()))
                .isPresent();
    }

    private boolean isLateFailure(Notice notice) {
        return event(notice)
                .filter(failed -> ScheduledAttempts.isTooLateToTell(failed.at(), clock.instant()))
                .isPresent();
    }

    private Optional<Event> event(Notice notice) {
        return events.of(notice.subject()).stream()
                .filter(event -> event.id().equals(notice.event()))
                .findFirst();
    }
}
