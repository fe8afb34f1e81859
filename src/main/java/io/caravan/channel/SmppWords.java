package io.caravan.channel;

import io.caravan.core.id.Uuids;
import io.caravan.core.payer.Phone;
import io.caravan.core.sms.InboundSms;
import io.caravan.core.sms.SmsEncoding;
import io.caravan.core.sms.SmsMessage;
import io.caravan.core.sms.SmsReport;
import io.caravan.core.sms.SmsState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What an SMSC is told by SMPP 3.4, and what its receipts say. Our reference has no place there. */
public final class SmppWords {

    private static final int DEFAULT_ALPHABET = 0;
    private static final int UCS2 = 8;

    private static final int INTERNATIONAL = 1;
    private static final int UNKNOWN = 0;
    private static final int ALPHANUMERIC = 5;

    private static final int LONGEST_NUMBER = 32;
    private static final int LONGEST_TEXT = 4000;

    /** Nothing is known by the id of a receipt, or not yet: who called is to say it again. */
    static final class UnknownReceipt extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownReceipt() {
            super("A receipt for an SMS that is not known", null, false, false);
        }
    }

    /** The text; of the default alphabet of GSM each character stands for one octet. */
    public String text(SmsMessage sms) {
        return switch (sms.text().encoding()) {
            case GSM7 -> new String(sms.text().octets(), StandardCharsets.ISO_8859_1);
            case UCS2 -> sms.text().text();
        };
    }

    /** The data coding: 0 for the default alphabet of GSM, 8 for UCS-2. */
    public int coding(SmsMessage sms) {
        return sms.text().encoding() == SmsEncoding.GSM7 ? DEFAULT_ALPHABET : UCS2;
    }

    /** The charset in which the text becomes octets. */
    public String charset(SmsMessage sms) {
        return sms.text().encoding() == SmsEncoding.GSM7 ? "ISO-8859-1" : "UTF-16BE";
    }

    /** The number of the originator, without a plus sign; or its name. */
    public String source(SmsMessage sms) {
        return sms.originator().text().replace("+", "");
    }

    /** The type of the originator: 1 international, 0 a short or local number, 5 a name. */
    public int sourceType(SmsMessage sms) {
        if (!sms.originator().isNumber()) {
            return ALPHANUMERIC;
        }
        return sms.originator().text().startsWith("+") ? INTERNATIONAL : UNKNOWN;
    }

    /** The recipient's number, without the plus sign. */
    public String destination(SmsMessage sms) {
        return sms.recipient().number().substring(1);
    }

    /** By which the SMSC knows the SMS: the id of its last part, for which it is asked for a receipt. */
    public String id(List<String> ids) {
        return ids == null || ids.isEmpty() ? "" : ids.get(ids.size() - 1);
    }

    /**
     * What a receipt says; empty if it is none, or says that the SMS is on its way.
     *
     * @param type of the message: DeliveryReceipt
     * @param state as DELIVRD or EXPIRED
     */
    public Optional<SmsReport> report(String type, String id, String state) {
        if (!"DeliveryReceipt".equals(type) || id == null || state == null) {
            return Optional.empty();
        }
        return switch (state) {
            case "DELIVRD" ->
                Optional.of(new SmsReport(Optional.empty(), Optional.of(id), SmsState.DELIVERED, Optional.empty()));
            case "EXPIRED", "DELETED", "UNDELIV", "REJECTD", "UNKNOWN" ->
                Optional.of(new SmsReport(Optional.empty(), Optional.of(id), SmsState.FAILED, Optional.of(state)));
            default -> Optional.empty();
        };
    }

    /**
     * An SMS that somebody sent; empty if it is something else, or comes from no phone. SMPP has no id for it: an SMSC
     * that gets no answer sends it again, and then it is stored twice.
     *
     * @param type of the message: DeliverSm
     */
    public Optional<InboundSms> inbound(String type, String from, String to, String text) {
        if (!"DeliverSm".equals(type) || from == null || text == null || text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        var id = Uuids.ordered();
        var recipient = to == null ? "" : to.substring(0, Math.min(to.length(), LONGEST_NUMBER));
        return Phone.parse(from.startsWith("+") ? from : "+" + from)
                .map(phone -> new InboundSms(id.toString(), phone, recipient, text.replace("\0", "")));
    }

    /** Has the SMSC say it again if nothing was known: a receipt may be faster than the answer to the SMS. */
    public void insist(boolean known) {
        if (!known) {
            throw new UnknownReceipt();
        }
    }
}
