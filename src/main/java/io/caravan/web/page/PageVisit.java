package io.caravan.web.page;

import java.util.Objects;

/**
 * Somebody's look at a page.
 *
 * @param token as it stands in the address
 * @param prompt as it stands in the address; empty if it does not
 * @param chosen whether the language was chosen in the address
 * @param address where the visitor is, as throttled
 */
public record PageVisit(String token, String prompt, Language language, boolean chosen, String address) {

    public PageVisit {
        Objects.requireNonNull(token);
        Objects.requireNonNull(prompt);
        Objects.requireNonNull(language);
        Objects.requireNonNull(address);
    }

    static PageVisit of(String token, String prompt, String lang, String acceptLanguage, String address) {
        var chosen = Language.of(lang);
        return new PageVisit(
                Objects.requireNonNullElse(token, ""),
                Objects.requireNonNullElse(prompt, ""),
                chosen.orElseGet(() -> Language.accepted(acceptLanguage)),
                chosen.isPresent(),
                VisitorAddress.of(Objects.requireNonNullElse(address, "")));
    }

    /** Leads from this page to the folder in which {@code i} is. */
    String root() {
        return prompt.isEmpty() ? "../" : "../../../";
    }

    /** What an address ends with that keeps the language. */
    String query() {
        return chosen ? "?lang=" + language.code() : "";
    }

    /** The invoice as a document. */
    String pdf() {
        return root() + "i/" + token + "/pdf" + query();
    }

    /** The page of the invoice. */
    String page() {
        return root() + "i/" + token + query();
    }
}
