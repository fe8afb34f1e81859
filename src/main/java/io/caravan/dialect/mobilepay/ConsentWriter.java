package io.caravan.dialect.mobilepay;

import io.caravan.core.consent.Consent;
import io.caravan.core.consent.ConsentList;
import io.caravan.core.consent.ConsentState;
import io.caravan.core.payer.Phone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes what merchants are told of consents. */
final class ConsentWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private ConsentWriter() {}

    static byte[] requested(Consent consent) {
        return JsonText.object(json -> request(json, consent));
    }

    static byte[] consent(Consent consent) {
        return JsonText.object(json -> details(json, consent));
    }

    static byte[] page(ConsentList.Page page) {
        return JsonText.object(json -> json.put("GrantedConsents", page.consents(), ConsentWriter::details)
                .put("PagingState", page.next().map(PagingState::write)));
    }

    private static void details(JsonText json, Consent consent) {
        request(json, consent);
        json.put("GrantedOn", consent.grantedAt().map(ConsentWriter::time));
    }

    private static void request(JsonText json, Consent consent) {
        json.put("ConsentId", consent.id())
                .put("InvoiceId", consent.invoice())
                .put("PhoneNumber", consent.phone().map(Phone::number))
                .put("State", word(consent.state()));
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String word(ConsentState state) {
        return switch (state) {
            case PENDING -> "Pending";
            case GRANTED -> "Granted";
            case DENIED -> "Denied";
        };
    }
}
