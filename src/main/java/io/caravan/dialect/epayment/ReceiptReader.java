package io.caravan.dialect.epayment;

import io.caravan.core.order.OrderLine;
import io.caravan.core.order.OrderReceipt;
import io.caravan.json.ObjectFields;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the receipt that comes with a payment. */
final class ReceiptReader {

    private static final long MOST = 1_000_000_000_000L;
    private static final int LONGEST = 500;
    private static final Set<String> CURRENCIES = Set.of("NOK", "DKK", "EUR");
    private static final List<String> FIGURES =
            List.of("tipAmount", "giftCardAmount", "totalAmount", "totalTax", "totalDiscount", "shippingAmount");
    private static final Set<String> BARCODES = Set.of("EAN-13", "CODE 39", "CODE 128");

    private ReceiptReader() {}

    /** The receipt; empty if something is wrong with it, which is then among the faults. */
    static Optional<OrderReceipt> read(ObjectFields receipt) {
        var lines = receipt.objects("orderLines").stream()
                .map(ReceiptReader::line)
                .flatMap(Optional::stream)
                .toList();
        if (lines.isEmpty()) {
            receipt.wrong("orderLines", "must have at least one line");
        }
        return receipt.required("bottomLine", receipt.object("bottomLine")).flatMap(bottom -> bottom(lines, bottom));
    }

    private static Optional<OrderReceipt> bottom(List<OrderLine> lines, ObjectFields bottom) {
        var currency = bottom.required("currency", bottom.text("currency", 3, 3));
        if (currency.filter(code -> !CURRENCIES.contains(code)).isPresent()) {
            bottom.wrong("currency", "must be NOK, DKK or EUR");
            return Optional.empty();
        }
        var figures = new HashMap<String, Long>();
        FIGURES.forEach(name -> figure(bottom, name, name, figures));
        bottom.object("paymentSources").ifPresent(sources -> {
            for (var name : List.of("giftCard", "card", "voucher", "cash")) {
                figure(sources, name, "paymentSources." + name, figures);
            }
        });
        var notes = new HashMap<String, String>();
        for (var name : List.of("posId", "receiptNumber", "terminalId")) {
            bottom.text(name, 0, LONGEST).ifPresent(text -> notes.put(name, text));
        }
        var barcode = bottom.object("barcode").flatMap(ReceiptReader::barcode);
        return currency.filter(code -> !lines.isEmpty())
                .map(code -> new OrderReceipt(lines, Currency.getInstance(code), figures, notes, barcode));
    }

    private static void figure(ObjectFields fields, String name, String known, Map<String, Long> figures) {
        fields.number(name, 0, MOST).ifPresent(amount -> figures.put(known, amount));
    }

    private static Optional<OrderReceipt.Barcode> barcode(ObjectFields barcode) {
        var format = barcode.required("format", barcode.text("format", 1, 40)).filter(text -> {
            if (!BARCODES.contains(text)) {
                barcode.wrong("format", "must be EAN-13, CODE 39 or CODE 128");
            }
            return BARCODES.contains(text);
        });
        var data = barcode.required("data", barcode.text("data", 1, LONGEST));
        return format.flatMap(known -> data.map(text -> new OrderReceipt.Barcode(known, text)));
    }

    private static Optional<OrderLine> line(ObjectFields line) {
        var name = line.required("name", line.text("name", 1, LONGEST));
        var id = line.required("id", line.text("id", 1, LONGEST));
        var total = line.required("totalAmount", line.number("totalAmount", 0, MOST));
        var net = line.required("totalAmountExcludingTax", line.number("totalAmountExcludingTax", 0, MOST));
        var tax = line.required("totalTaxAmount", line.number("totalTaxAmount", 0, MOST));
        var units = line.object("unitInfo").flatMap(ReceiptReader::units);
        if (total.isEmpty() || net.isEmpty() || tax.isEmpty() || name.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        if (total.get() - net.get() != tax.get()) {
            line.wrong(
                    "totalTaxAmount",
                    "Total amount '-' total amount excluding tax don't match order line total tax amount");
            return Optional.empty();
        }
        return Optional.of(new OrderLine(
                name.get(),
                id.get(),
                total.get(),
                net.get(),
                tax.get(),
                line.number("taxPercentage", 0, 100).map(Long::intValue),
                line.number("taxRate", 0, 10_000).map(Long::intValue),
                units,
                line.number("discount", 0, MOST),
                line.text("productUrl", 0, 2500),
                line.flag("isReturn").orElse(false),
                line.flag("isShipping").orElse(false)));
    }

    private static Optional<OrderLine.Units> units(ObjectFields info) {
        var price = info.required("unitPrice", info.number("unitPrice", 0, MOST));
        var quantity = info.required("quantity", info.digits("quantity", 1, 10)).filter(text -> {
            var fits = text.matches("[0-9]+(\\.[0-9]{1,8})?");
            if (!fits) {
                info.wrong("quantity", "must be a number with at most eight decimals");
            }
            return fits;
        });
        var unit = info.text("quantityUnit", 1, 20)
                .map(word -> Arrays.stream(OrderLine.Unit.values())
                        .filter(one -> one.name().equals(word))
                        .findFirst())
                .orElse(Optional.of(OrderLine.Unit.PCS));
        if (unit.isEmpty()) {
            info.wrong("quantityUnit", "must be PCS, KG, KM, MINUTE, LITRE or KWH");
        }
        return price.flatMap(minor ->
                quantity.flatMap(count -> unit.map(known -> new OrderLine.Units(minor, new BigDecimal(count), known))));
    }
}
