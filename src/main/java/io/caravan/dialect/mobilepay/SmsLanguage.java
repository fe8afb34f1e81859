package io.caravan.dialect.mobilepay;

import io.caravan.core.merchant.Merchant;
import io.caravan.core.payer.Phone;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** A language of SMS, spoken where phones have this code. */
enum SmsLanguage {
    DA("da-DK", "+45"),
    FI("fi-FI", "+358"),
    NB("nb-NO", "+47"),
    SV("sv-SE", "+46"),
    EN("en-GB", "+44");

    private final Locale locale;
    private final String code;

    SmsLanguage(String tag, String code) {
        this.locale = Locale.forLanguageTag(tag);
        this.code = code;
    }

    Locale locale() {
        return locale;
    }

    /** The one of the phone's country, or of the merchant's; English if neither is known. */
    static SmsLanguage of(Phone phone, Merchant merchant) {
        return find(one -> phone.number().startsWith(one.code))
                .or(() -> find(one -> one.locale.getCountry().equals(merchant.country())))
                .orElse(EN);
    }

    private static Optional<SmsLanguage> find(Predicate<SmsLanguage> wanted) {
        return Arrays.stream(values()).filter(wanted).findFirst();
    }
}
