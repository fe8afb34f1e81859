package io.caravan.dialect.mobilepay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.caravan.core.access.Caller;
import io.caravan.core.id.Uuids;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.payment.Acceptance;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what the wallet app sends in a payer's name. */
final class ConsumerReader {

    private static final int DATE_LENGTH = 10;

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The body may be missing: then the payer pays now, with the card in the wallet. */
    Acceptance acceptance(byte[] body, Caller caller, String invoiceId) {
        var payer = caller.asPayer();
        var fields = object(body);
        var faults = new ArrayList<Violation>();
        var date = date(fields, faults);
        var card = card(fields, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new Acceptance(payer, invoice(invoiceId), date, card);
    }

    Rejection rejection(Caller caller, String invoiceId) {
        return new Rejection(caller.asPayer(), invoice(invoiceId));
    }

    private static InvoiceId invoice(String id) {
        return InvoiceId.parse(id).orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, "invoice"));
    }

    private JsonNode object(byte[] body) {
        if (body == null || new String(body, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
            return json.createObjectNode();
        }
        try {
            var node = json.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw InvalidInput.of("Body", "is not readable JSON");
        }
        throw InvalidInput.of("Body", "must be an object");
    }

    /** A day, or a point in time of which the day counts. */
    private static Optional<LocalDate> date(JsonNode fields, List<Violation> faults) {
        return text(fields, "PaymentDate", faults).flatMap(text -> {
            try {
                return Optional.of(
                        text.length() > DATE_LENGTH ? OffsetDateTime.parse(text).toLocalDate() : LocalDate.parse(text));
            } catch (DateTimeException e) {
                faults.add(new Violation("PaymentDate", "must be a date, YYYY-MM-DD"));
                return Optional.empty();
            }
        });
    }

    private static Optional<UUID> card(JsonNode fields, List<Violation> faults) {
        return text(fields, "ConsumerCard", faults).flatMap(text -> {
            var card = Uuids.parse(text);
            if (card.isEmpty()) {
                faults.add(new Violation("ConsumerCard", "must be a guid"));
            }
            return card;
        });
    }

    private static Optional<String> text(JsonNode fields, String name, List<Violation> faults) {
        for (var field : fields.properties()) {
            if (!field.getKey().equalsIgnoreCase(name) || field.getValue().isNull()) {
                continue;
            }
            if (field.getValue().isTextual()) {
                return Optional.of(field.getValue().textValue());
            }
            faults.add(new Violation(name, "must be a string"));
        }
        return Optional.empty();
    }
}
