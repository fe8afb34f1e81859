package io.caravan.receipt;

import io.caravan.core.order.OrderLine;
import io.caravan.core.order.OrderLine.Unit;
import io.caravan.core.order.OrderLine.Units;
import io.caravan.core.order.OrderLinks;
import io.caravan.json.ObjectFields;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads lines of receipts. */
final class OrderLineReader {

    /** More is no amount of money, and what many such lines come to can still be counted. */
    static final long MOST = 1_000_000_000_000_000L;

    private static final Pattern QUANTITY = Pattern.compile("[0-9]+(\\.[0-9]{1,8})?");
    private static final int LONGEST_QUANTITY = 10;
    private static final int LONGEST_URL = 2500;

    private OrderLineReader() {}

    /** Empty if something is wrong with it. */
    static Optional<OrderLine> read(ObjectFields fields) {
        var name = fields.required("name", fields.text("name", 1, ReceiptReader.LONGEST));
        var id = fields.required("id", fields.text("id", 1, ReceiptReader.LONGEST));
        var total = amount(fields, "totalAmount");
        var withoutTax = amount(fields, "totalAmountExcludingTax");
        var tax = amount(fields, "totalTaxAmount");
        boolean complete =
                name.isPresent() && id.isPresent() && total.isPresent() && withoutTax.isPresent() && tax.isPresent();
        boolean adds = complete && total.get() - withoutTax.get() == tax.get();
        if (complete && !adds) {
            fields.wrong(
                    "totalTaxAmount",
                    "Total amount '-' total amount excluding tax don't match order line total tax amount");
        }
        var percentage = fields.number("taxPercentage", 0, 100).map(Long::intValue);
        var rate = fields.number("taxRate", 0, 10_000).map(Long::intValue);
        if (fields.has("taxPercentage") == fields.has("taxRate")) {
            fields.wrong("taxRate", "either it or taxPercentage is required, and not both");
        }
        var units = fields.object("unitInfo").flatMap(OrderLineReader::units);
        var discount = fields.number("discount", 0, MOST);
        var product = fields.text("productUrl", 0, LONGEST_URL).filter(url -> !url.isEmpty());
        if (product.filter(url -> !OrderLinks.isLink(url)).isPresent()) {
            fields.wrong("productUrl", "must be an absolute URL");
        }
        boolean isReturn = fields.flag("isReturn").orElse(false);
        boolean isShipping = fields.flag("isShipping").orElse(false);
        return adds
                ? Optional.of(new OrderLine(
                        name.get(),
                        id.get(),
                        total.get(),
                        withoutTax.get(),
                        tax.get(),
                        percentage,
                        rate,
                        units,
                        discount,
                        product,
                        isReturn,
                        isShipping))
                : Optional.empty();
    }

    private static Optional<Long> amount(ObjectFields fields, String name) {
        return fields.required(name, fields.number(name, 0, MOST));
    }

    private static Optional<Units> units(ObjectFields fields) {
        var price = amount(fields, "unitPrice");
        var quantity = fields.required("quantity", fields.digits("quantity", 1, LONGEST_QUANTITY));
        if (quantity.filter(text -> !QUANTITY.matcher(text).matches()).isPresent()) {
            fields.wrong(
                    "quantity",
                    "must be a number with at most 8 decimals, as a string; a whole one without quotes, too");
            return Optional.empty();
        }
        var unitText = fields.text("quantityUnit", 0, 100);
        var unit = unitText.map(text -> Arrays.stream(Unit.values())
                        .filter(one -> one.name().equals(text))
                        .findFirst())
                .orElse(Optional.of(Unit.PCS));
        if (unit.isEmpty()) {
            fields.wrong("quantityUnit", "must be PCS, KG, KM, MINUTE, LITRE or KWH");
        }
        return price.flatMap(amount ->
                quantity.map(BigDecimal::new).flatMap(number -> unit.map(known -> new Units(amount, number, known))));
    }
}
