package io.caravan.usecase.notice;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.sms.Sms;
import io.caravan.core.sms.SmsMessages;
import io.caravan.core.sms.SmsReport;
import io.caravan.core.sms.SmsState;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Takes a gateway's word for what became of an SMS. */
public class HearSmsReport {

    private final SmsMessages messages;
    private final Events events;
    private final Clock businessTime;
    private final Clock realTime;

    public HearSmsReport(SmsMessages messages, Events events, Clock businessTime, Clock realTime) {
        this.messages = messages;
        this.events = events;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /** Hears it; a repetition does nothing. Answers whether it is about an SMS that is known. */
    public boolean hear(SmsReport report) {
        var sms = find(report);
        sms.ifPresent(known -> change(known, known.hear(report)));
        return sms.isPresent();
    }

    private Optional<Sms> find(SmsReport report) {
        return report.reference().isPresent()
                ? report.reference().flatMap(messages::lock)
                : report.gatewayId().flatMap(messages::lock);
    }

    private void change(Sms before, Sms after) {
        if (after.number() == before.number()) {
            return;
        }
        messages.update(after, realTime.instant());
        var type = after.state() == SmsState.DELIVERED ? EventType.SMS_DELIVERED : EventType.SMS_FAILED;
        Map<Event.Detail, String> why = after.reason()
                .map(reason -> Map.of(Event.Detail.REASON, reason))
                .orElse(Map.of());
        events.record(Event.of(after, type, businessTime.instant(), why));
    }
}
