package io.caravan.channel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.caravan.core.payment.Instruction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The card acquirer's JSON. Amounts are in minor units, references our payments' ids. */
final class PspWire {

    /** What an id of the acquirer's may look like: it becomes part of addresses. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,199}");

    private PspWire() {}

    private static final class StorableText extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        StorableText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            return text == null ? null : text.replace('\0', '\uFFFD');
        }
    }

    /**
     * Reads strictly: no number as a string, no half of one, no key twice, nothing after the end. A zero character in a
     * text, which a database may not take, is read as a replacement character.
     */
    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new SimpleModule().addDeserializer(String.class, new StorableText()))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }

    static boolean isId(String text) {
        return text != null && ID.matcher(text).matches();
    }

    /** The instruction to charge a stored card, or to reserve money on it. */
    record Charge(String reference, long amount, String currency, String card, String text) {}

    /** The instruction to let a payer reserve money on a page. */
    record Session(String reference, long amount, String currency, String text, String returnUrl) {}

    /** The instruction to capture, refund or cancel. */
    record Move(String reference, long amount, String currency) {}

    /** What became of an operation. Refusals may leave out all but id and status. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(String id, String kind, String status, String reference, Long amount, String currency, String url) {

        boolean isNamed() {
            return isId(id) && status != null;
        }

        boolean isComplete() {
            return reference != null && amount != null && currency != null;
        }

        /** What the answer says otherwise than the instruction. */
        Optional<String> differenceTo(Instruction instruction) {
            var operation = instruction.operation();
            var asked = operation.amount();
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
            if (kind != null && !kind.equals(PspWords.kind(operation.kind()))) {
                return Optional.of("kind");
            }
            var known = operation.providerReference();
            return operation.state().isOpen()
                            && known.isPresent()
                            && !known.get().equals(id)
                    ? Optional.of("id")
                    : Optional.empty();
        }
    }

    /** What the acquirer says of its own accord. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record News(String id, String key, String kind, String status, String reference, Long amount, String currency) {

        Answer answer() {
            return new Answer(id, kind, status, reference, amount, currency, null);
        }
    }

    /** A part of the list of a day. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<Entry> operations, String next) {}

    /** An operation on that list. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            String id,
            String kind,
            String status,
            String reference,
            Long amount,
            String currency,
            String idempotencyKey) {}
}
