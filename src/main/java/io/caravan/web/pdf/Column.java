package io.caravan.web.pdf;

import io.caravan.core.invoice.Article;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is told of each article; a column of which no article says anything is left out. */
enum Column {
    NUMBER("article-number", 13),
    DESCRIPTION("description", 34),
    QUANTITY("quantity", 12),
    PRICE("unit-price", 14),
    RATE("vat-rate", 9),
    VAT("vat", 13),
    TOTAL("total", 15);

    private final String label;
    private final float width;

    Column(String label, float width) {
        this.label = label;
        this.width = width;
    }

    String label() {
        return label;
    }

    float width() {
        return width;
    }

    boolean isNumber() {
        return this != NUMBER && this != DESCRIPTION;
    }

    Optional<String> value(Article article, Words words) {
        return switch (this) {
            case NUMBER -> article.number();
            case DESCRIPTION -> Optional.of(article.description());
            case QUANTITY -> quantity(article, words);
            case PRICE -> article.pricePerUnit().map(words::amount);
            case RATE -> article.vatRate().map(rate -> words.quantity(rate) + "\u00a0%");
            case VAT -> article.totalVatAmount().map(words::amount);
            case TOTAL -> article.totalPriceIncludingVat().map(words::amount);
        };
    }

    /** Merchants also write the number of units as the unit. */
    private static Optional<String> quantity(Article article, Words words) {
        var quantity = article.quantity().map(words::quantity);
        var unit = article.unit().filter(name -> !isSame(name, article.quantity()));
        return Optional.of(Stream.concat(quantity.stream(), unit.stream()).collect(Collectors.joining(" ")))
                .filter(text -> !text.isEmpty());
    }

    private static boolean isSame(String unit, Optional<BigDecimal> quantity) {
        return quantity.map(BigDecimal::toPlainString).filter(unit::equals).isPresent();
    }
}
