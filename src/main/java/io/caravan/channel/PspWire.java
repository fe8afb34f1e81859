package io.caravan.channel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.caravan.core.payment.Instruction;
import java.util.Optional;
import java.util.regex.Pattern;

/** The card acquirer's JSON. */
final class PspWire {

    /** What an id of the acquirer's may look like. */
    private static final Pattern ID = Pattern.compile("[!-~]{1,200}");

    private PspWire() {}

    /** Reads strictly: no number as a string, no half of one, no key twice, nothing after the end. */
    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }

    /**
     * The instruction to charge a stored card.
     *
     * @param amount in minor units
     */
    record Charge(String reference, long amount, String currency, String card, String text) {}

    /** What became of a charge. Refusals may leave out all but id and status. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(String id, String status, String reference, Long amount, String currency) {

        boolean isNamed() {
            return id != null && ID.matcher(id).matches() && status != null;
        }

        boolean isComplete() {
            return reference != null && amount != null && currency != null;
        }

        /** What the answer says otherwise than the instruction. */
        Optional<String> differenceTo(Instruction instruction) {
            var asked = instruction.operation().amount();
            if (reference != null
                    && !reference.equals(instruction.payment().id().toString())) {
                return Optional.of("reference");
            }
            if (amount != null && amount != asked.minor()) {
                return Optional.of("amount");
            }
            if (currency != null && !currency.equals(asked.currency().getCurrencyCode())) {
                return Optional.of("currency");
            }
            return Optional.empty();
        }
    }
}
