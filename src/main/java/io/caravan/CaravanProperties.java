package io.caravan;

import io.caravan.core.invoice.InvoiceLimits;
import io.caravan.core.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** All settings under {@code caravan.}; application.yml says what each does. */
@ConfigurationProperties("caravan")
public record CaravanProperties(Invoices invoices) {

    /** How much and how often merchants may ask. */
    public record Invoices(Map<String, BigDecimal> largest, int daily) {

        InvoiceLimits limits() {
            return new InvoiceLimits(
                    largest.entrySet().stream()
                            .map(entry -> Money.of(entry.getValue(), Currency.getInstance(entry.getKey())))
                            .collect(Collectors.toMap(Money::currency, limit -> limit)),
                    daily);
        }
    }
}
