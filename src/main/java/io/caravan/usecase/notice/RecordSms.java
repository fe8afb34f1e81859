package io.caravan.usecase.notice;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.notice.Announcement;
import io.caravan.core.notice.Notices;
import io.caravan.core.sms.Sms;
import io.caravan.core.sms.SmsMessages;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes down that a gateway has an SMS, and so the notice. */
public class RecordSms {

    private static final int LONGEST_NAME = 32;
    private static final Pattern ID = Pattern.compile("[!-~]{1,128}");

    private final Notices notices;
    private final SmsMessages messages;
    private final Events events;
    private final Clock businessTime;
    private final Clock realTime;

    public RecordSms(Notices notices, SmsMessages messages, Events events, Clock businessTime, Clock realTime) {
        this.notices = notices;
        this.messages = messages;
        this.events = events;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /**
     * Records it, unless the notice has been claimed anew meanwhile: then what counts is what came of that.
     *
     * @param gateway which one; the first 32 characters are kept
     * @param gatewayId by which it knows the SMS; {@code null} or empty if it did not say; anything but 1 to
     *     128 visible ASCII characters is no id
     */
    public void record(Announcement announcement, String gateway, String gatewayId) {
        var notice = announcement.notice().id();
        var id = Optional.ofNullable(gatewayId).filter(said -> ID.matcher(said).matches());
        var sms = messages.lock(notice).orElseThrow();
        if (!notices.sent(notice, announcement.fence())) {
            return;
        }
        var taken = sms.take(new Sms.Taken(gateway.substring(0, Math.min(gateway.length(), LONGEST_NAME)), id));
        messages.update(taken, realTime.instant());
        if (taken.number() > sms.number()) {
            events.record(Event.of(taken, EventType.SMS_SENT, businessTime.instant(), Map.of()));
        }
    }
}
