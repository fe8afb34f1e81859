package io.caravan.web.page;

import java.util.Objects;
import java.util.Optional;

/**
 * Somebody's look at a page.
 *
 * @param token as it stands in the address
 * @param prompt as it stands in the address; empty if it does not
 * @param chosen whether the language was chosen in the address
 * @param address where the visitor is, as throttled
 * @param root leads from the page to the folder in which {@code i} is
 */
public record PageVisit(String token, String prompt, Language language, boolean chosen, String address, String root) {

    public PageVisit {
        Objects.requireNonNull(token);
        Objects.requireNonNull(prompt);
        Objects.requireNonNull(language);
        Objects.requireNonNull(address);
        Objects.requireNonNull(root);
    }

    static PageVisit of(String token, String prompt, String lang, String acceptLanguage, String address, String path) {
        var chosen = Language.of(lang);
        return new PageVisit(
                Objects.requireNonNullElse(token, ""),
                Objects.requireNonNullElse(prompt, ""),
                chosen.orElseGet(() -> Language.accepted(acceptLanguage)),
                chosen.isPresent(),
                VisitorAddress.of(Objects.requireNonNullElse(address, "")),
                root(Objects.requireNonNullElse(path, "")));
    }

    /** One folder up for each in the path. */
    private static String root(String path) {
        return "../"
                .repeat(Math.max(
                        1, (int) path.chars().filter(letter -> letter == '/').count() - 1));
    }

    /** The same visitor at another page. */
    PageVisit to(String other) {
        return new PageVisit(other, prompt, language, chosen, address, root);
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

    /** The page of the payment. */
    String payment() {
        return payment("");
    }

    /** The page of the payment invoice, in this language, or else in the one of the visit. */
    String hosted(Optional<Language> other) {
        var language = other.or(() -> chosen ? Optional.of(this.language) : Optional.empty());
        return root() + "hpp/?cpi=" + token
                + language.map(known -> "&lang=" + known.code()).orElse("");
    }

    /** What belongs to the page of the payment invoice. */
    String hosted(String path) {
        return root() + "hpp/" + token + path + query();
    }

    /** What belongs to the page of the payment. */
    String payment(String path) {
        return root() + "pay/" + token + path + query();
    }
}
