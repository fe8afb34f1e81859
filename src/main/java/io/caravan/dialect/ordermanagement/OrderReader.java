package io.caravan.dialect.ordermanagement;

import io.caravan.core.order.OrderId;
import io.caravan.core.order.OrderReceipt;
import io.caravan.core.order.OwnOrder;
import io.caravan.core.order.PaymentType;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.json.Faults;
import io.caravan.receipt.ReceiptReader;
import java.util.regex.Pattern;

/** Reads which order a request is about, and its receipt. */
final class OrderReader {

    static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_.-]{1,128}");
    static final String NUMBER_FORM = "must consist of 1 to 128 letters, digits, dots, hyphens and underscores";
    static final String TYPE_FORM = "must be ecom or recurring";

    /** Bytes; what is stored of a receipt has about as many characters. */
    private static final int LARGEST = 500_000;

    private OrderReader() {}

    static OwnOrder read(SalesUnit unit, String paymentType, String number) {
        var faults = new Faults();
        var type = PaymentType.of(paymentType);
        if (type.isEmpty()) {
            faults.add("paymentType", TYPE_FORM);
        }
        if (!NUMBER.matcher(number).matches()) {
            faults.add("orderId", NUMBER_FORM);
        }
        faults.refuseIfAny();
        return new OwnOrder(unit, new OrderId(unit.msn(), type.orElseThrow(), number));
    }

    /** @throws InvalidInput if it is none */
    static String number(String text) {
        if (text == null || !NUMBER.matcher(text).matches()) {
            throw InvalidInput.of("orderId", NUMBER_FORM);
        }
        return text;
    }

    /** @throws InvalidInput if it is no receipt, or does not add up */
    static OrderReceipt receipt(byte[] body) {
        if (body.length > LARGEST) {
            throw InvalidInput.of("", "must be at most " + LARGEST + " bytes long");
        }
        var fields = Json.fields(body);
        var receipt = ReceiptReader.read(fields);
        fields.refuseIfAny();
        return receipt.orElseThrow();
    }
}
