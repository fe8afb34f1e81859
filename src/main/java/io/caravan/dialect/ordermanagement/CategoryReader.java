package io.caravan.dialect.ordermanagement;

import io.caravan.core.order.Category.Kind;
import io.caravan.core.order.CategoryRequest;
import io.caravan.core.order.OrderId;
import io.caravan.core.order.OrderLinks;
import io.caravan.core.order.OwnOrder;
import io.caravan.core.order.PaymentType;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.json.ObjectFields;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads links of orders. */
final class CategoryReader {

    static final Pattern IMAGE = Pattern.compile("[0-9A-Za-z_.-]{1,128}");
    static final String IMAGE_FORM = "must consist of 1 to 128 letters, digits, dots, hyphens and underscores";

    private static final int LONGEST_URL = 2048;

    private CategoryReader() {}

    /** One whose order is in the path. */
    static CategoryRequest read(byte[] body, OwnOrder own) {
        var fields = Json.fields(body);
        var kind = kind(fields, "category");
        var url = url(fields, "orderDetailsUrl");
        var image = image(fields);
        fields.refuseIfAny();
        return new CategoryRequest(own.unit(), own.order(), kind.orElseThrow(), url.orElseThrow(), image);
    }

    /** One that names its order. */
    static CategoryRequest read(byte[] body, SalesUnit unit) {
        var fields = Json.fields(body);
        var number = fields.required("orderId", fields.text("orderId", 0, 200));
        if (number.filter(text -> !OrderReader.NUMBER.matcher(text).matches()).isPresent()) {
            fields.wrong("orderId", OrderReader.NUMBER_FORM);
        }
        var typeText = fields.required("paymentType", fields.text("paymentType", 0, 100));
        var type = typeText.flatMap(PaymentType::of);
        if (typeText.isPresent() && type.isEmpty()) {
            fields.wrong("paymentType", OrderReader.TYPE_FORM);
        }
        var kind = kind(fields, "type");
        var url = url(fields, "url");
        var image = image(fields);
        fields.refuseIfAny();
        var order = new OrderId(unit.msn(), type.orElseThrow(), number.orElseThrow());
        return new CategoryRequest(unit, order, kind.orElseThrow(), url.orElseThrow(), image);
    }

    private static Optional<Kind> kind(ObjectFields fields, String name) {
        var text = fields.required(name, fields.text(name, 0, 100));
        var kind = text.flatMap(known -> Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(known))
                .findFirst());
        if (text.isPresent() && kind.isEmpty()) {
            fields.wrong(name, "must be GENERAL, RECEIPT, ORDER_CONFIRMATION, DELIVERY, TICKET or BOOKING");
        }
        return kind;
    }

    private static Optional<String> url(ObjectFields fields, String name) {
        var url = fields.required(name, fields.text(name, 0, LONGEST_URL));
        if (url.isPresent() && !OrderLinks.isLink(url.get())) {
            fields.wrong(name, "must be an absolute URL");
        }
        return url;
    }

    private static Optional<String> image(ObjectFields fields) {
        var image = fields.text("imageId", 0, 200);
        if (image.filter(text -> !IMAGE.matcher(text).matches()).isPresent()) {
            fields.wrong("imageId", IMAGE_FORM);
        }
        return image;
    }
}
