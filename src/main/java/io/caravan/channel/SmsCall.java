package io.caravan.channel;

import io.caravan.core.sms.InboundSms;
import io.caravan.core.sms.SmsReport;
import java.util.Objects;
import java.util.Optional;

/** What an SMS gateway has called for. */
public record SmsCall(Kind kind, Optional<SmsReport> report, Optional<InboundSms> inbound) {

    /** The kinds of calls. */
    public enum Kind {
        /** Tells what became of an SMS. */
        REPORT,
        /** Brings an SMS. */
        INBOUND,
        /** Tells of an SMS that it is still on its way. */
        NOTHING,
        /** It was not the gateway who called, or not now. */
        FORGED,
        /** There is nothing at this address. */
        UNKNOWN,
        /** Cannot be understood. */
        MALFORMED
    }

    public SmsCall {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(report);
        Objects.requireNonNull(inbound);
    }

    static SmsCall of(Kind kind) {
        return new SmsCall(kind, Optional.empty(), Optional.empty());
    }

    static SmsCall of(SmsReport report) {
        return new SmsCall(Kind.REPORT, Optional.of(report), Optional.empty());
    }

    static SmsCall of(InboundSms inbound) {
        return new SmsCall(Kind.INBOUND, Optional.empty(), Optional.of(inbound));
    }
}
