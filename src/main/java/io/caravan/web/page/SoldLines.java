package io.caravan.web.page;

import io.caravan.core.order.OrderLine;
import io.caravan.core.page.ShownPayment;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The lines of what is sold, as the page of a payment shows them: text, detail, amount. */
final class SoldLines {

    private final Figures figures;
    private final Currency currency;

    private SoldLines(Figures figures, Currency currency) {
        this.figures = figures;
        this.currency = currency;
    }

    /** Of the receipt of the order, or else of the one in the request; none if there is none. */
    static List<Map<String, String>> of(ShownPayment page, Figures figures) {
        return page.order()
                .or(() -> page.request().terms().receipt())
                .map(receipt -> {
                    var lines = new SoldLines(figures, receipt.currency());
                    return receipt.lines().stream().map(lines::line).toList();
                })
                .orElse(List.of());
    }

    private Map<String, String> line(OrderLine line) {
        return Map.of(
                "text", line.name(),
                "detail",
                        line.units()
                                .map(units -> figures.number(units.quantity()) + " × " + money(units.price()))
                                .orElse(""),
                "amount", money(line.isReturn() ? -line.total() : line.total()));
    }

    private String money(long minor) {
        return figures.money(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()), currency);
    }
}
