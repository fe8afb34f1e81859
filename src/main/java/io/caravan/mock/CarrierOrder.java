package io.caravan.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** A charge or a reversal, as it came. */
record CarrierOrder(JsonNode json) {

    private static final int LONGEST_WAIT = 60;

    static CarrierOrder read(String body) {
        return new CarrierOrder(MockJson.readExactly(body));
    }

    /** What is wrong with its form. */
    Optional<String> problem() {
        for (var name : new String[] {"transactionId", "merchantId", "serviceCode", "shortNumber", "recipient"}) {
            if (text(name).isBlank() || text(name).length() > 64) {
                return Optional.of(name + " is required");
            }
        }
        if (!json.path("price").isNumber() || minor().isEmpty()) {
            return Optional.of("price and currency are required");
        }
        return isReversal() == (minor().get() < 0) ? Optional.empty() : Optional.of("a reversal has a negative price");
    }

    boolean isReversal() {
        return !originalId().isEmpty();
    }

    String transactionId() {
        return text("transactionId");
    }

    String originalId() {
        return text("originalId");
    }

    String correlationId() {
        return text("correlationId");
    }

    String recipient() {
        return text("recipient");
    }

    String currency() {
        return text("currency");
    }

    String invoiceText() {
        return text("invoiceText");
    }

    boolean byReply() {
        return json.path("smsConfirmation").asBoolean();
    }

    /** Minutes. */
    int timeout() {
        return Math.max(1, Math.min(LONGEST_WAIT, json.path("timeout").asInt(5)));
    }

    /** The price in minor units, if it is one. */
    Optional<Long> minor() {
        try {
            var digits = Currency.getInstance(currency()).getDefaultFractionDigits();
            return Optional.of(
                    json.path("price").decimalValue().movePointRight(digits).longValueExact());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static BigDecimal price(long minor, String currency) {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    private String text(String name) {
        return json.path(name).asText("");
    }
}
