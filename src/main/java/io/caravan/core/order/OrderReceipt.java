package io.caravan.core.order;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was bought with an order, line by line, and what stands below the lines. It never changes.
 *
 * @param figures further amounts in minor units, by the names that the sales unit used
 * @param notes further texts, by the names that the sales unit used
 */
public record OrderReceipt(
        List<OrderLine> lines,
        Currency currency,
        Map<String, Long> figures,
        Map<String, String> notes,
        Optional<Barcode> barcode) {

    /** A code that the payer can show, as {@code EAN-13}. */
    public record Barcode(String format, String data) {

        public Barcode {
            Objects.requireNonNull(format);
            Objects.requireNonNull(data);
        }
    }

    public OrderReceipt {
        lines = List.copyOf(lines);
        Objects.requireNonNull(currency);
        figures = Map.copyOf(figures);
        notes = Map.copyOf(notes);
        Objects.requireNonNull(barcode);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a receipt without lines");
        }
    }

    /** What all lines come to, in minor units; returned goods count against the others. */
    public long total() {
        return lines.stream()
                .mapToLong(line -> line.isReturn() ? -line.total() : line.total())
                .sum();
    }

    /** The amounts alone. */
    public OrderReceipt withoutWords() {
        return new OrderReceipt(
                lines.stream().map(OrderLine::withoutWords).toList(), currency, figures, Map.of(), Optional.empty());
    }
}
