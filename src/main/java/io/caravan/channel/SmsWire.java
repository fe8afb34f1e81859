package io.caravan.channel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.caravan.core.notice.NoticeId;
import io.caravan.core.payer.Phone;
import io.caravan.core.sms.InboundSms;
import io.caravan.core.sms.SmsReport;
import io.caravan.core.sms.SmsState;
import java.util.Optional;
import java.util.Set;

/** An SMS gateway's JSON. */
final class SmsWire {

    private static final int ID_LENGTH = 128;
    private static final int REASON_LENGTH = 255;
    private static final int NUMBER_LENGTH = 32;
    private static final int TEXT_LENGTH = 4000;

    /** On the phone; the second says that the charge comes later. */
    private static final Set<Integer> DELIVERED = Set.of(1001, 1007);

    /** Sent on, in a queue, or paid for. */
    private static final Set<Integer> UNDER_WAY = Set.of(1000, 1005, 1008, 1011, 1012, 1013);

    private SmsWire() {}

    /**
     * What became of an SMS.
     *
     * @param refId our reference
     * @param id the gateway's
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Report(String refId, String id, Integer resultCode, String resultDescription, String operator) {

        SmsCall call() {
            var reference = Optional.ofNullable(refId).flatMap(NoticeId::parse);
            if (resultCode == null || refId == null && (id == null || id.length() > ID_LENGTH)) {
                return SmsCall.of(SmsCall.Kind.MALFORMED);
            }
            if (UNDER_WAY.contains(resultCode)) {
                return SmsCall.of(SmsCall.Kind.NOTHING);
            }
            return SmsCall.of(new SmsReport(
                    reference,
                    refId == null ? Optional.of(id) : Optional.empty(),
                    DELIVERED.contains(resultCode) ? SmsState.DELIVERED : SmsState.FAILED,
                    DELIVERED.contains(resultCode) ? Optional.empty() : Optional.of(reason())));
        }

        private String reason() {
            var why = resultCode + (resultDescription == null ? "" : " " + resultDescription);
            return why.substring(0, Math.min(why.length(), REASON_LENGTH));
        }
    }

    /** An SMS that has come. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Inbound(String id, String source, String destination, Content content) {

        /** Under the id of the call if the message has none. */
        SmsCall call(String callId) {
            var from = Optional.ofNullable(source)
                    .map(number -> number.startsWith("+") ? number : "+" + number)
                    .flatMap(Phone::parse);
            var name = id == null ? callId : id;
            if (from.isEmpty()
                    || name == null
                    || name.isBlank()
                    || name.length() > ID_LENGTH
                    || content == null
                    || content.userData() == null
                    || content.userData().length() > TEXT_LENGTH) {
                return SmsCall.of(SmsCall.Kind.MALFORMED);
            }
            var to = destination == null ? "" : destination;
            return SmsCall.of(new InboundSms(
                    name, from.get(), to.substring(0, Math.min(to.length(), NUMBER_LENGTH)), content.userData()));
        }
    }

    /** What it says. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(String type, String userData) {}
}
