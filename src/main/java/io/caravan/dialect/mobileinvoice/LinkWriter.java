package io.caravan.dialect.mobileinvoice;

import io.caravan.core.dialect.Answer;
import io.caravan.core.page.PageLinks;
import io.caravan.core.pretransaction.Landing;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.PreTransactionValues;
import io.caravan.core.template.Template;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Leads payers from links to pages. */
final class LinkWriter {

    private final PageLinks pages;
    private final PreTransactionLinks links;

    LinkWriter(PageLinks pages, PreTransactionLinks links) {
        this.pages = pages;
        this.links = links;
    }

    /** A short link leads to what the partner has put before the page, if there is something. */
    Answer lead(Landing landing, String provider) {
        var custom = landing.details()
                .preTransaction()
                .terms()
                .customLandingPageUrl()
                .filter(url -> landing.isShort());
        return Answer.empty(302)
                .with("Location", custom.map(url -> rendered(url, landing)).orElseGet(() -> page(landing, provider)))
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer");
    }

    private String rendered(String url, Landing landing) {
        var page = links.page(landing.details().preTransaction());
        return Template.of(url).url(new PreTransactionValues(landing.details(), page));
    }

    private String page(Landing landing, String provider) {
        var terms = landing.details().preTransaction().terms();
        var chosen = Optional.ofNullable(provider)
                .or(() -> Optional.of(terms.providers().get(0)).filter(only -> terms.skipLandingPage()));
        return pages.href(landing.page())
                + chosen.map(name -> "?provider=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .orElse("");
    }
}
