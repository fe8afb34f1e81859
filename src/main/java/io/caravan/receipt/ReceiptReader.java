package io.caravan.receipt;

import io.caravan.core.order.OrderLine;
import io.caravan.core.order.OrderReceipt;
import io.caravan.core.order.OrderReceipt.Barcode;
import io.caravan.json.ObjectFields;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads receipts. What is told twice in them is not compared, but for each line's tax. */
public final class ReceiptReader {

    /** More is no text that belongs on a receipt. */
    static final int LONGEST = 500;

    private static final int MOST_LINES = 1000;
    private static final Set<String> CURRENCIES = Set.of("NOK", "DKK", "EUR");
    private static final Set<String> BARCODES = Set.of("EAN-13", "CODE 39", "CODE 128");
    private static final List<String> FIGURES =
            List.of("tipAmount", "giftCardAmount", "totalAmount", "totalTax", "totalDiscount", "shippingAmount");
    private static final List<String> SOURCES = List.of("giftCard", "card", "voucher", "cash");
    private static final List<String> NOTES = List.of("posId", "receiptNumber", "terminalId");

    /** Under this name and a dot the paid parts are kept among the figures. */
    public static final String SOURCE = "paymentSources";

    private ReceiptReader() {}

    /** The receipt; empty if something is wrong with it, which is then among the faults of these fields. */
    public static Optional<OrderReceipt> read(ObjectFields fields) {
        var lines = new ArrayList<OrderLine>();
        var told = fields.objects("orderLines");
        told.forEach(line -> OrderLineReader.read(line).ifPresent(lines::add));
        if (told.size() > MOST_LINES) {
            fields.wrong("orderLines", "must have at most " + MOST_LINES + " lines");
        }
        if (fields.required("orderLines", fields.value("orderLines")).isPresent() && told.isEmpty()) {
            fields.wrong("orderLines", "must have at least one line");
        }
        var bottom = fields.required("bottomLine", fields.object("bottomLine"));
        var currency = bottom.flatMap(ReceiptReader::currency);
        var figures = new HashMap<String, Long>();
        var notes = new HashMap<String, String>();
        bottom.ifPresent(some -> {
            read(some, FIGURES, "", figures);
            some.object(SOURCE).ifPresent(sources -> read(sources, SOURCES, SOURCE + ".", figures));
            NOTES.forEach(name -> some.text(name, 0, LONGEST).ifPresent(text -> notes.put(name, text)));
        });
        var barcode = bottom.flatMap(some -> some.object("barcode")).flatMap(ReceiptReader::barcode);
        return currency.filter(known -> !lines.isEmpty())
                .map(known -> new OrderReceipt(lines, known, figures, notes, barcode));
    }

    private static void read(ObjectFields fields, List<String> names, String prefix, Map<String, Long> figures) {
        names.forEach(name ->
                fields.number(name, 0, OrderLineReader.MOST).ifPresent(amount -> figures.put(prefix + name, amount)));
    }

    private static Optional<Currency> currency(ObjectFields bottom) {
        var text = bottom.required("currency", bottom.text("currency", 0, 100));
        var currency = text.filter(CURRENCIES::contains).map(Currency::getInstance);
        if (text.isPresent() && currency.isEmpty()) {
            bottom.wrong("currency", "must be NOK, DKK or EUR");
        }
        return currency;
    }

    private static Optional<Barcode> barcode(ObjectFields fields) {
        var format = fields.required("format", fields.text("format", 0, 100));
        if (format.filter(text -> !BARCODES.contains(text)).isPresent()) {
            fields.wrong("format", "must be EAN-13, CODE 39 or CODE 128");
        }
        var data = fields.required("data", fields.text("data", 1, LONGEST));
        return format.flatMap(known -> data.map(text -> new Barcode(known, text)));
    }
}
