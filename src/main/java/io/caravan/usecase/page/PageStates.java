package io.caravan.usecase.page;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.page.PageState;
import io.caravan.core.page.PhoneCharge;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payment.BillingStage;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentMethod;
import io.caravan.core.payment.RefusedPayment;
import io.caravan.core.prompt.Prompt;
import io.caravan.core.schedule.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the page of an invoice shows at a moment.
 *
 * @param schedule that is still to be tried
 * @param refused attempts, the latest first
 * @param paid the payment that has paid it
 * @param over whether its merchant has said that it cannot be paid any more
 */
record PageStates(
        Invoice invoice,
        Optional<Schedule> schedule,
        List<RefusedPayment> refused,
        Optional<Payment> paid,
        boolean over,
        LocalDate today,
        Instant now) {

    /** As everybody sees it. */
    PageState open() {
        return switch (invoice.status()) {
            case PAID -> PageState.PAID;
            case REJECTED -> PageState.REJECTED;
            case CANCELED -> PageState.CANCELED;
            case EXPIRED, RECEIVED, INVALID -> PageState.EXPIRED;
            case CREATED, ACCEPTED -> payable();
        };
    }

    private PageState payable() {
        if (invoice.claim().isPresent()) {
            return PageState.IN_PROGRESS;
        }
        if (schedule.isPresent()) {
            return PageState.SCHEDULED;
        }
        if (over || today.isAfter(invoice.lastDay())) {
            return PageState.EXPIRED;
        }
        return invoice.status() == InvoiceStatus.ACCEPTED ? PageState.REFUSED : PageState.OPEN;
    }

    /** As somebody sees it who made this prompt. */
    PageState to(Prompt prompt) {
        var open = open();
        return switch (open) {
            case PAID -> payer().filter(prompt::isOf).isPresent() ? PageState.PAID : PageState.PAID_BY_ANOTHER;
            case OPEN, SCHEDULED, REFUSED -> afterAnswer(prompt, open);
            case IN_PROGRESS,
                    REJECTED,
                    CANCELED,
                    EXPIRED,
                    WAITING,
                    TIMED_OUT,
                    DECLINED,
                    UNREACHABLE,
                    PAID_BY_ANOTHER,
                    ASKED -> open;
        };
    }

    /** As somebody sees it who began this payment, with a card or on a phone bill. */
    PageState to(Payment payment) {
        var open = open();
        return switch (open) {
            case PAID ->
                paid.map(Payment::id).filter(payment.id()::equals).isPresent()
                        ? PageState.PAID
                        : PageState.PAID_BY_ANOTHER;
            case OPEN, SCHEDULED, REFUSED -> after(payment, open);
            case IN_PROGRESS,
                    REJECTED,
                    CANCELED,
                    EXPIRED,
                    WAITING,
                    TIMED_OUT,
                    DECLINED,
                    UNREACHABLE,
                    PAID_BY_ANOTHER,
                    ASKED -> open;
        };
    }

    private static PageState after(Payment payment, PageState open) {
        return switch (payment.status()) {
            case CREATED -> PageState.IN_PROGRESS;
            case FAILED -> PageState.REFUSED;
            case ABORTED, EXPIRED -> payment.method() == PaymentMethod.PHONE_BILL ? PageState.REFUSED : open;
            case AUTHORIZED, TERMINATED -> open;
        };
    }

    /** Whether the invoice waits for what the owner of a phone says to this charge. */
    boolean asks(PhoneCharge charge) {
        return open() == PageState.IN_PROGRESS
                && charge.billing().stage() == BillingStage.WAITING
                && invoice.claim().filter(charge.billing().payment()::equals).isPresent();
    }

    private Optional<PayerId> payer() {
        return paid.flatMap(Payment::payer);
    }

    private PageState afterAnswer(Prompt prompt, PageState open) {
        var last = refused.stream().findFirst().filter(one -> isOf(prompt, one)).isPresent();
        return switch (prompt.state()) {
            case UNREACHABLE -> PageState.UNREACHABLE;
            case DECLINED -> PageState.DECLINED;
            case ANSWERED ->
                last ? PageState.REFUSED : open == PageState.SCHEDULED && isTheirs(prompt) ? open : unanswered(prompt);
            case OPEN -> unanswered(prompt);
        };
    }

    private PageState unanswered(Prompt prompt) {
        return prompt.left(now).isZero() ? PageState.TIMED_OUT : PageState.WAITING;
    }

    private boolean isTheirs(Prompt prompt) {
        return schedule.map(Schedule::payer).filter(prompt::isOf).isPresent();
    }

    private static boolean isOf(Prompt prompt, RefusedPayment refused) {
        return refused.payer().filter(prompt::isOf).isPresent() && !refused.at().isBefore(prompt.at());
    }
}
