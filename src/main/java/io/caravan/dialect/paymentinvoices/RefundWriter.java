package io.caravan.dialect.paymentinvoices;

import io.caravan.core.paymentinvoice.Refund;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refund as merchants read it. */
final class RefundWriter {

    private RefundWriter() {}

    static Map<String, Object> document(Refund refund) {
        return Map.of("data", resource(refund));
    }

    static Map<String, Object> resource(Refund refund) {
        var operation = refund.operation();
        var id = Ids.of(operation.id());
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("reference_id", refund.reference());
        attributes.put("original_id", refund.invoice().text());
        attributes.put("description", refund.description().orElse(null));
        attributes.put("status", status(refund));
        attributes.put("amount", operation.amount().amount());
        attributes.put("fee", operation.amount().minus(operation.amount()).amount());
        attributes.put("currency", operation.amount().currency().getCurrencyCode());
        attributes.put("created", refund.createdAt().getEpochSecond());
        var resource = new LinkedHashMap<String, Object>();
        resource.put("type", "refunds");
        resource.put("id", id);
        resource.put("attributes", attributes);
        resource.put("links", Map.of("self", "/refunds/" + id));
        return resource;
    }

    private static String status(Refund refund) {
        return switch (refund.operation().state()) {
            case REQUESTED, SENT, WAITING, UNKNOWN -> "process_pending";
            case DONE -> "processed";
            case REFUSED -> "process_failed";
        };
    }
}
