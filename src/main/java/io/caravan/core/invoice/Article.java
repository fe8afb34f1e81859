package io.caravan.core.invoice;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** One line of an invoice. Amounts are in major units of the invoice's currency, as the merchant wrote them. */
public record Article(
        Optional<String> number,
        String description,
        Optional<BigDecimal> vatRate,
        Optional<BigDecimal> totalVatAmount,
        Optional<BigDecimal> totalPriceIncludingVat,
        Optional<String> unit,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> pricePerUnit,
        Optional<BigDecimal> priceReduction,
        Optional<BigDecimal> priceDiscount,
        Optional<BigDecimal> bonus) {

    public Article {
        Objects.requireNonNull(description);
    }
}
