package io.caravan.core.invoice;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the lines of an invoice come to, in major units. A sum of which no line says anything is empty.
 *
 * @param articleVat over the lines
 * @param vat as the merchant said, or else as the lines say
 * @param vatByRate the value-added tax of the lines at each rate, in the order in which rates first occur
 */
public record InvoiceSums(
        Optional<BigDecimal> articleVat,
        Optional<BigDecimal> vat,
        Map<BigDecimal, BigDecimal> vatByRate,
        Optional<BigDecimal> priceReduction,
        Optional<BigDecimal> priceDiscount,
        Optional<BigDecimal> bonus) {

    public InvoiceSums {
        Objects.requireNonNull(articleVat);
        Objects.requireNonNull(vat);
        vatByRate = Collections.unmodifiableMap(new LinkedHashMap<>(vatByRate));
        Objects.requireNonNull(priceReduction);
        Objects.requireNonNull(priceDiscount);
        Objects.requireNonNull(bonus);
    }

    public static InvoiceSums of(InvoiceDocument document) {
        var articleVat = sum(document.articles(), Article::totalVatAmount);
        return new InvoiceSums(
                articleVat,
                document.totalVatAmount().or(() -> articleVat),
                vatByRate(document.articles()),
                sum(document.articles(), Article::priceReduction),
                sum(document.articles(), Article::priceDiscount),
                sum(document.articles(), Article::bonus));
    }

    private static Optional<BigDecimal> sum(List<Article> articles, Function<Article, Optional<BigDecimal>> amount) {
        return articles.stream()
                .flatMap(article -> amount.apply(article).stream())
                .reduce(BigDecimal::add);
    }

    private static Map<BigDecimal, BigDecimal> vatByRate(List<Article> articles) {
        var totals = new LinkedHashMap<BigDecimal, BigDecimal>();
        for (var article : articles) {
            article.vatRate()
                    .ifPresent(rate -> totals.merge(
                            rate.stripTrailingZeros(),
                            article.totalVatAmount().orElse(BigDecimal.ZERO),
                            BigDecimal::add));
        }
        return totals;
    }
}
