package io.caravan.core.order;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of an order's receipt. Amounts are in minor units of the receipt's currency.
 *
 * @param id what the sales unit calls it
 * @param total with tax and after the discount
 * @param withoutTax the total without tax
 * @param tax the tax in the total
 * @param taxPercentage in percent
 * @param taxRate in hundredths of a percent
 * @param discount that the payer got
 * @param isReturn whether the line counts against the others
 * @param isShipping whether this is the cost of shipping
 */
public record OrderLine(
        String name,
        String id,
        long total,
        long withoutTax,
        long tax,
        Optional<Integer> taxPercentage,
        Optional<Integer> taxRate,
        Optional<Units> units,
        Optional<Long> discount,
        Optional<String> productUrl,
        boolean isReturn,
        boolean isShipping) {

    /** What is counted. */
    public enum Unit {
        PCS,
        KG,
        KM,
        MINUTE,
        LITRE,
        KWH
    }

    /**
     * How many of what.
     *
     * @param price of one
     */
    public record Units(long price, BigDecimal quantity, Unit unit) {

        public Units {
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(unit);
        }
    }

    public OrderLine {
        Objects.requireNonNull(name);
        Objects.requireNonNull(id);
        Objects.requireNonNull(taxPercentage);
        Objects.requireNonNull(taxRate);
        Objects.requireNonNull(units);
        Objects.requireNonNull(discount);
        Objects.requireNonNull(productUrl);
        if (total < 0 || withoutTax < 0 || tax < 0 || total - withoutTax != tax) {
            throw new IllegalArgumentException("amounts that do not add up");
        }
    }

    /** The amounts alone. */
    public OrderLine withoutWords() {
        return new OrderLine(
                "-",
                "-",
                total,
                withoutTax,
                tax,
                taxPercentage,
                taxRate,
                Optional.empty(),
                discount,
                Optional.empty(),
                isReturn,
                isShipping);
    }
}
