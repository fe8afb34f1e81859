package io.caravan.core.schedule;

import io.caravan.core.event.Event;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.notice.Notices;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.Payment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What follows when a scheduled payment was refused: another attempt, or word to the payer. */
public final class ScheduledAttempts {

    /** When payers are told that their scheduled payment failed. MobilePay: 07:00 UTC. */
    private static final LocalTime TELLING = LocalTime.of(7, 0);

    private final Schedules schedules;
    private final Payers payers;
    private final Notices notices;
    private final Duration pause;

    /** @param pause between two attempts of a day */
    public ScheduledAttempts(Schedules schedules, Payers payers, Notices notices, Duration pause) {
        this.schedules = schedules;
        this.payers = payers;
        this.notices = notices;
        this.pause = pause;
    }

    /** Plans another attempt after a refused one, if there may be one. Answers whether there will be. */
    public boolean tryAgain(Invoice invoice, Payment refused, ZoneId zone, Instant now) {
        var schedule =
                schedules.find(invoice.id()).filter(known -> known.mayTryAgain() && schedules.began(refused.id()));
        schedule.ifPresent(known -> schedules.put(known.again(now, pause, zone)));
        return schedule.isPresent();
    }

    /** Plans a notice to the payer about the refusal that this event tells of, if it was that of a scheduled payment. */
    public void tellPayer(Invoice invoice, Payment refused, Event event) {
        if (schedules.began(refused.id())) {
            refused.payer()
                    .flatMap(payers::find)
                    .map(Payer::phone)
                    .map(phone -> Notice.of(
                            event.id(),
                            invoice.id().value(),
                            NoticeKind.PAYMENT_FAILED,
                            NoticeKind.PAYMENT_FAILED.channel(),
                            phone))
                    .ifPresent(notice -> notices.plan(notice, nextTelling(event.at())));
        }
    }

    /** Whether the day has passed, in UTC, on which a payer was to be told of a failure of then. */
    public static boolean isTooLateToTell(Instant failedAt, Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .isAfter(LocalDate.ofInstant(nextTelling(failedAt), ZoneOffset.UTC));
    }

    /** The next time of day at which payers are told. */
    static Instant nextTelling(Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC).atTime(TELLING).toInstant(ZoneOffset.UTC);
        return today.isAfter(now) ? today : today.plus(Duration.ofDays(1));
    }
}
