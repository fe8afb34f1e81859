package io.caravan.core.paymentcode;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An account, ISO 13616: two letters, two check digits and up to 30 letters and digits, without blanks. */
public record Iban(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final int GROUP = 4;

    public Iban {
        if (!FORM.matcher(text).matches() || !Mod97.holds(text)) {
            throw new IllegalArgumentException("not an IBAN");
        }
    }

    /** The account that this text names, blanks and small letters allowed; empty if it names none. */
    public static Optional<Iban> parse(String text) {
        var compact = text.replace(" ", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(compact).matches() && Mod97.holds(compact)
                ? Optional.of(new Iban(compact))
                : Optional.empty();
    }

    /** ISO 3166 code of the country. */
    public String country() {
        return text.substring(0, 2);
    }

    /** In groups of four, as people read it. */
    public String grouped() {
        return text.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return text;
    }
}
