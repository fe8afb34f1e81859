package io.caravan.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A charge on a phone's bill, or the reversal of one, as the carrier has it.
 *
 * @param amount minor units, negative for a reversal
 * @param at since when it has this status
 */
record CarrierTransaction(
        String transactionId,
        String id,
        String originalId,
        String correlationId,
        String recipient,
        long amount,
        String currency,
        String text,
        boolean byReply,
        int wrongPins,
        String status,
        String detail,
        boolean billed,
        long reversed,
        JsonNode request,
        Instant expiresAt,
        Instant at) {

    /** The third wrong PIN is the last. */
    private static final int MOST_PINS = 3;

    boolean isPending() {
        return status.equals("Sent");
    }

    boolean isReversal() {
        return !originalId.isEmpty();
    }

    /** Billed. */
    CarrierTransaction taken(Instant now) {
        return with("Ok", "Delivered", true, wrongPins, reversed, now);
    }

    /** Ended without money, for this reason. */
    CarrierTransaction failed(String why, Instant now) {
        return with("Failed", why, false, wrongPins, reversed, now);
    }

    /** After a PIN that was not the right one. */
    CarrierTransaction wrongPin(Instant now) {
        var tries = wrongPins + 1;
        return tries < MOST_PINS
                ? with("Sent", "OneTimePasswordFailed", false, tries, reversed, at)
                : with("Failed", "MaxPinRetry", false, tries, reversed, now);
    }

    /** With so much more of it given back. */
    CarrierTransaction reversed(long more) {
        var all = reversed + more;
        return with(all == amount ? "Reversed" : status, detail, billed, wrongPins, all, at);
    }

    /** What the carrier says of it. */
    Map<String, Object> said() {
        var said = new LinkedHashMap<String, Object>();
        said.put("id", id);
        said.put("transactionId", transactionId);
        said.put("correlationId", correlationId);
        said.put("price", CarrierOrder.price(amount, currency));
        said.put("currency", currency);
        said.put("statusCode", status);
        said.put("detailedStatusCode", detail);
        said.put("billed", billed);
        if (isPending() && !byReply) {
            said.put("triesLeft", MOST_PINS - wrongPins);
        }
        said.put("lastModified", at.toString());
        return said;
    }

    /** How its end is called in the path of a webhook. */
    String action() {
        return status.equals("Ok") ? "billed" : "failed";
    }

    private CarrierTransaction with(
            String now, String why, boolean isBilled, int tries, long givenBack, Instant since) {
        return new CarrierTransaction(
                transactionId,
                id,
                originalId,
                correlationId,
                recipient,
                amount,
                currency,
                text,
                byReply,
                tries,
                now,
                why,
                isBilled,
                givenBack,
                request,
                expiresAt,
                since);
    }
}
