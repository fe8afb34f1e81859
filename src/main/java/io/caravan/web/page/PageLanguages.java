package io.caravan.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The languages that can be chosen at the top of a page. */
final class PageLanguages {

    private PageLanguages() {}

    static List<Map<String, Object>> of(PageVisit visit) {
        return of(visit, language -> "?lang=" + language.code());
    }

    /** @param address of the same page in a language */
    static List<Map<String, Object>> of(PageVisit visit, Function<Language, String> address) {
        return Arrays.stream(Language.values())
                .map(language -> Map.<String, Object>of(
                        "code", language.code(),
                        "name", language.ownName(),
                        "address", address.apply(language),
                        "current", language == visit.language()))
                .toList();
    }
}
