package io.caravan.dialect.mobilepay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.caravan.core.dialect.Answer;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.payment.Receipt;

/** Writes what the wallet app gets. */
final class ConsumerWriter {

    private final JsonMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /**
     * The answer to an acceptance by what became of the charge.
     *
     * @param unsettled the answer while nobody knows
     */
    Answer acceptance(Receipt receipt, Answer unsettled) {
        return switch (receipt.operation().state()) {
            case DONE -> answer(200, ConsumerReceipt.accepted(receipt));
            case REFUSED -> answer(400, ConsumerReceipt.refused(receipt));
            case REQUESTED, SENT, UNKNOWN -> unsettled;
        };
    }

    Answer rejection(Invoice rejected) {
        return answer(200, new ConsumerWire.Rejected(rejected.id().value()));
    }

    private Answer answer(int status, Object body) {
        try {
            return Answer.json(status, json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
