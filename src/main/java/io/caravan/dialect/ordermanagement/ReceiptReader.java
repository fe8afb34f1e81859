package io.caravan.dialect.ordermanagement;

import io.caravan.core.order.OrderLine;
import io.caravan.core.order.OrderReceipt;
import io.caravan.core.order.OrderReceipt.Barcode;
import io.caravan.core.problem.InvalidInput;
import io.caravan.json.ObjectFields;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads receipts of orders. What is told twice in them is not compared, but for each line's tax. */
final class ReceiptReader {

    /** Bytes; what is stored of a receipt has about as many characters. */
    private static final int LARGEST = 500_000;

    private static final Set<String> CURRENCIES = Set.of("NOK", "DKK", "EUR");
    private static final Set<String> BARCODES = Set.of("EAN-13", "CODE 39", "CODE 128");
    private static final List<String> FIGURES =
            List.of("tipAmount", "giftCardAmount", "totalAmount", "totalTax", "totalDiscount", "shippingAmount");
    private static final List<String> SOURCES = List.of("giftCard", "card", "voucher", "cash");
    private static final List<String> NOTES = List.of("posId", "receiptNumber", "terminalId");

    /** Under this name and a dot the paid parts are kept among the figures. */
    static final String SOURCE = "paymentSources";

    private ReceiptReader() {}

    /** @throws InvalidInput if it is no receipt, or does not add up */
    static OrderReceipt read(byte[] body) {
        if (body.length > LARGEST) {
            throw InvalidInput.of("", "must be at most " + LARGEST + " bytes long");
        }
        var fields = Json.fields(body);
        var lines = new ArrayList<OrderLine>();
        fields.objects("orderLines").forEach(line -> OrderLineReader.read(line).ifPresent(lines::add));
        if (!fields.has("orderLines")) {
            fields.wrong("orderLines", "is required");
        }
        var bottom = fields.required("bottomLine", fields.object("bottomLine"));
        var currency = bottom.flatMap(ReceiptReader::currency);
        var figures = new HashMap<String, Long>();
        var notes = new HashMap<String, String>();
        bottom.ifPresent(some -> {
            read(some, FIGURES, "", figures);
            some.object(SOURCE).ifPresent(sources -> read(sources, SOURCES, SOURCE + ".", figures));
            NOTES.forEach(name -> some.text(name, 0, 255).ifPresent(text -> notes.put(name, text)));
        });
        var barcode = bottom.flatMap(some -> some.object("barcode")).flatMap(ReceiptReader::barcode);
        if (fields.has("orderLines") && lines.isEmpty()) {
            fields.wrong("orderLines", "must have at least one line");
        }
        fields.refuseIfAny();
        return new OrderReceipt(lines, currency.orElseThrow(), figures, notes, barcode);
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
        var data = fields.required("data", fields.text("data", 1, 255));
        return format.flatMap(known -> data.map(text -> new Barcode(known, text)));
    }
}
