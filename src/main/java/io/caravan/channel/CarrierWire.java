package io.caravan.channel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.caravan.core.money.Money;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The carrier's JSON. A transaction is named by our operation's id, its correlation is our payment's. Prices are in major
 * units, those of reversals negative.
 */
final class CarrierWire {

    private CarrierWire() {}

    /**
     * The instruction to charge, or with {@code originalId} to reverse.
     *
     * @param smsConfirmation whether a reply confirms; a PIN does otherwise
     * @param timeout minutes that the owner of the phone may take
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(
            String transactionId,
            String merchantId,
            String serviceCode,
            String shortNumber,
            String recipient,
            BigDecimal price,
            String currency,
            String invoiceText,
            Boolean smsConfirmation,
            Long timeout,
            String deliveryMode,
            String originalId,
            String correlationId) {}

    /** The PIN that its owner has entered. */
    record Pin(String oneTimePassword) {}

    /** How a transaction stands. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Transaction(
            String id,
            String transactionId,
            String correlationId,
            BigDecimal price,
            String currency,
            String statusCode,
            String detailedStatusCode,
            Boolean billed,
            Integer triesLeft) {

        boolean isComplete() {
            return PspWire.isId(id)
                    && transactionId != null
                    && correlationId != null
                    && price != null
                    && currency != null
                    && statusCode != null;
        }

        /** What a complete transaction says otherwise than the instruction. */
        Optional<String> differenceTo(Instruction instruction) {
            var operation = instruction.operation();
            if (!transactionId.equals(operation.id().toString())) {
                return Optional.of("transaction");
            }
            if (!correlationId.equals(instruction.payment().id().toString())) {
                return Optional.of("reference");
            }
            if (!currency.equals(operation.amount().currency().getCurrencyCode())) {
                return Optional.of("currency");
            }
            if (price.compareTo(CarrierWire.price(operation)) != 0) {
                return Optional.of("amount");
            }
            return operation
                    .providerReference()
                    .filter(known -> operation.state().isOpen() && !known.equals(id))
                    .map(known -> "id");
        }
    }

    /** A part of the list of a day. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<Transaction> transactions, String next) {}

    /** What the operation moves, as the carrier counts it. */
    static BigDecimal price(Operation operation) {
        return price(operation.kind(), operation.amount());
    }

    private static BigDecimal price(OperationKind kind, Money amount) {
        return switch (kind) {
            case CHARGE -> amount.amount();
            case REFUND -> amount.amount().negate();
            case AUTHORIZE, CAPTURE, CANCEL -> throw new IllegalArgumentException("no carrier can " + kind);
        };
    }
}
