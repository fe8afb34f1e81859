package io.caravan.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;

/** A language that pages speak. */
public enum Language {
    DA("Dansk", Locale.forLanguageTag("da-DK")),
    FI("Suomi", Locale.forLanguageTag("fi-FI")),
    NB("Norsk", Locale.forLanguageTag("nb-NO")),
    SV("Svenska", Locale.forLanguageTag("sv-SE")),
    EN("English", Locale.UK);

    private static final int LONGEST_HEADER = 500;

    /** Norwegian by its other names. */
    private static final Map<String, String> ALIASES = Map.of("no", "nb", "nn", "nb");

    private final String ownName;
    private final Locale locale;

    Language(String ownName, Locale locale) {
        this.ownName = ownName;
        this.locale = locale;
    }

    /** As it calls itself. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** As in addresses and in HTML. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of this code; empty if pages do not speak it. */
    static Optional<Language> of(String code) {
        var lower = String.valueOf(code).toLowerCase(Locale.ROOT);
        var known = ALIASES.getOrDefault(lower, lower);
        return Arrays.stream(values())
                .filter(language -> language.code().equals(known))
                .findFirst();
    }

    /** The one that a browser likes best; English if it likes none. */
    static Language accepted(String header) {
        return ranges(header).stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> of(range.getRange().split("-", 2)[0]).stream())
                .findFirst()
                .orElse(EN);
    }

    private static List<LanguageRange> ranges(String header) {
        try {
            return header == null || header.isBlank() || header.length() > LONGEST_HEADER
                    ? List.of()
                    : LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
