package io.caravan.channel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.caravan.core.payment.Instruction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bank's JSON. Amounts are in major units, with the decimals of the currency. */
final class BankWire {

    private BankWire() {}

    /**
     * A payment that is expected.
     *
     * @param test whether no real money is to come
     * @param fields what the merchant has said for the service
     */
    record Expected(
            String payment,
            String service,
            String reference,
            BigDecimal amount,
            String currency,
            long expires,
            boolean test,
            Map<String, String> fields) {}

    /** Where its payer can pay to. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Account(String reference, Map<String, String> requisites) {}

    /** What a payer says of a transfer. */
    record Confirmed(String payment, String reference, BigDecimal amount, String currency, Map<String, String> data) {}

    /** Money that has come. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Transfer(String id, String reference, BigDecimal amount, String currency, String sender) {}

    /** That no money will come. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refusal(String reference, String reason) {}

    /** The transfers of one reference. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Found(List<Transfer> transfers) {}

    /** A part of the list of a day. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Statement(List<Transfer> transfers, List<ListedRefund> refunds, String next) {}

    /** A refund on the list of a day; {@code id} is ours. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ListedRefund(String id, String bankId, String payment, BigDecimal amount, String currency, String status) {

        boolean isComplete() {
            return id != null
                    && PspWire.isId(bankId)
                    && payment != null
                    && amount != null
                    && currency != null
                    && status != null;
        }
    }

    /** The instruction to give money back. */
    record Order(String id, String transfer, String payment, BigDecimal amount, String currency) {

        static Order of(Instruction instruction) {
            var operation = instruction.operation();
            var money = instruction
                    .money()
                    .orElseThrow(() -> new IllegalStateException(
                            "nothing has come for " + instruction.payment().id()));
            return new Order(
                    operation.id().toString(),
                    money,
                    instruction.payment().id().toString(),
                    operation.amount().amount(),
                    operation.amount().currency().getCurrencyCode());
        }
    }

    /** How a refund stands; {@code id} is ours. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refund(
            String id,
            String bankId,
            String transfer,
            BigDecimal amount,
            String currency,
            String status,
            String reason) {

        boolean isComplete() {
            return id != null
                    && PspWire.isId(bankId)
                    && transfer != null
                    && amount != null
                    && currency != null
                    && status != null;
        }

        /** What a complete refund says otherwise than the instruction. */
        Optional<String> differenceTo(Instruction instruction) {
            var told = Order.of(instruction);
            if (!id.equals(told.id())) {
                return Optional.of("refund");
            }
            if (!transfer.equals(told.transfer())) {
                return Optional.of("transfer");
            }
            if (!currency.equals(told.currency())) {
                return Optional.of("currency");
            }
            return amount.compareTo(told.amount()) == 0 ? Optional.empty() : Optional.of("amount");
        }
    }
}
