package io.caravan.core.prompt;

import io.caravan.core.event.EventId;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A wish made on the page of an invoice: that the wallet app on this phone ask its owner to pay. It decides nothing; who
 * owns the phone answers in the app.
 *
 * @param payer whose phone it is; empty if it has no wallet that can be asked
 * @param date the day chosen on the page; none is today
 * @param at in real time
 */
public record Prompt(
        PromptId id,
        InvoiceId invoice,
        Phone phone,
        Optional<PayerId> payer,
        Optional<LocalDate> date,
        PromptState state,
        Instant at) {

    /** How long a page waits for the answer. MobilePay: 5 minutes. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    public Prompt {
        Objects.requireNonNull(id);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(phone);
        Objects.requireNonNull(payer);
        Objects.requireNonNull(date);
        Objects.requireNonNull(state);
        Objects.requireNonNull(at);
    }

    /** How long the page still waits; nothing, but never less, when the time is over. */
    public Duration left(Instant now) {
        var left = Duration.between(now, at.plus(LIFE));
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean isOf(PayerId someone) {
        return payer.filter(someone::equals).isPresent();
    }

    /** The message to the phone, the same one however often it is asked for. */
    public Notice notice() {
        return Notice.of(new EventId(id.value()), invoice.value(), NoticeKind.INVOICE_PROMPTED, Channel.PUSH, phone);
    }
}
