package io.caravan.web.pdf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** In which of its languages a document is written. */
final class Languages {

    /** As {@code i18n/pdf_*.properties}; English is {@code pdf.properties}. */
    static final List<Locale> ALL = List.of(
            Locale.forLanguageTag("en-GB"),
            Locale.forLanguageTag("da-DK"),
            Locale.forLanguageTag("fi-FI"),
            Locale.forLanguageTag("nb-NO"),
            Locale.forLanguageTag("sv-SE"));

    private static final Map<String, String> OF_COUNTRY = Map.of("DK", "da", "FI", "fi", "NO", "nb", "SE", "sv");

    /** Names of Norwegian that are written in the same way. */
    private static final Map<String, String> ALSO = Map.of("no", "nb", "nn", "nb");

    private Languages() {}

    /** As chosen, or else as the reader prefers, or else as in the merchant's country. What is not known is English. */
    static Locale choose(String chosen, String acceptLanguage, String country) {
        return Optional.ofNullable(chosen)
                .flatMap(Languages::preferred)
                .or(() -> Optional.ofNullable(acceptLanguage).flatMap(Languages::preferred))
                .or(() -> Optional.ofNullable(OF_COUNTRY.get(country)).flatMap(Languages::known))
                .orElse(ALL.get(0));
    }

    /** The best of these that is known; English if there are some, but none is. */
    private static Optional<Locale> preferred(String ranges) {
        try {
            var wanted = Locale.LanguageRange.parse(ranges).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().replaceFirst("-.*", ""))
                    .filter(language -> !language.equals("*"))
                    .toList();
            return wanted.stream()
                    .flatMap(language -> known(language).stream())
                    .findFirst()
                    .or(() -> Optional.of(ALL.get(0)).filter(english -> !wanted.isEmpty()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> known(String language) {
        var name = ALSO.getOrDefault(language, language);
        return ALL.stream().filter(locale -> locale.getLanguage().equals(name)).findFirst();
    }
}
