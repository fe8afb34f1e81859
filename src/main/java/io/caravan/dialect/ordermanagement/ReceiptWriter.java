package io.caravan.dialect.ordermanagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.caravan.core.order.OrderLine;
import io.caravan.core.order.OrderReceipt;
import io.caravan.receipt.ReceiptReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes receipts as they were read. */
final class ReceiptWriter {

    private ReceiptWriter() {}

    private record Receipt(List<Line> orderLines, Map<String, Object> bottomLine) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Line(
            String name,
            String id,
            long totalAmount,
            long totalAmountExcludingTax,
            long totalTaxAmount,
            Integer taxPercentage,
            Integer taxRate,
            UnitInfo unitInfo,
            Long discount,
            String productUrl,
            boolean isReturn,
            boolean isShipping) {}

    private record UnitInfo(long unitPrice, String quantity, String quantityUnit) {}

    private record Barcode(String format, String data) {}

    static Object receipt(OrderReceipt receipt) {
        return new Receipt(receipt.lines().stream().map(ReceiptWriter::line).toList(), bottomLine(receipt));
    }

    private static Line line(OrderLine line) {
        return new Line(
                line.name(),
                line.id(),
                line.total(),
                line.withoutTax(),
                line.tax(),
                line.taxPercentage().orElse(null),
                line.taxRate().orElse(null),
                line.units()
                        .map(units -> new UnitInfo(
                                units.price(),
                                units.quantity().toPlainString(),
                                units.unit().name()))
                        .orElse(null),
                line.discount().orElse(null),
                line.productUrl().orElse(null),
                line.isReturn(),
                line.isShipping());
    }

    private static Map<String, Object> bottomLine(OrderReceipt receipt) {
        var bottom = new TreeMap<String, Object>(receipt.notes());
        var sources = new TreeMap<String, Long>();
        var prefix = ReceiptReader.SOURCE + ".";
        receipt.figures().forEach((name, amount) -> {
            if (name.startsWith(prefix)) {
                sources.put(name.substring(prefix.length()), amount);
            } else {
                bottom.put(name, amount);
            }
        });
        if (!sources.isEmpty()) {
            bottom.put(ReceiptReader.SOURCE, sources);
        }
        receipt.barcode().ifPresent(code -> bottom.put("barcode", new Barcode(code.format(), code.data())));
        bottom.put("currency", receipt.currency().getCurrencyCode());
        return bottom;
    }
}
