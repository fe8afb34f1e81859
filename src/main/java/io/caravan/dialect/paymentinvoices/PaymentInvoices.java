package io.caravan.dialect.paymentinvoices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The API of payment invoices, which speaks JSON:API. So far it only says no. */
public final class PaymentInvoices implements Door {

    private static final Set<String> MEDIA_TYPES = Set.of("application/json", "application/vnd.api+json");

    private final ObjectMapper json = new ObjectMapper();

    private record Errors(List<Fault> errors) {}

    private record Fault(String id, String status, String title) {}

    @Override
    public boolean covers(String path) {
        return Stream.of("/payment-invoices", "/api/payment-invoices")
                .anyMatch(ours -> path.equals(ours) || path.startsWith(ours + "/"));
    }

    @Override
    public boolean reads(String mediaType) {
        return MEDIA_TYPES.contains(mediaType.split(";")[0].strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        var fault = new Fault(correlationId, String.valueOf(refusal.status()), refusal.summary());
        try {
            return Answer.json(refusal.status(), json.writeValueAsBytes(new Errors(List.of(fault))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
