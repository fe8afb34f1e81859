package io.caravan.core.page;

import io.caravan.core.payment.PaymentId;
import java.util.Objects;
import java.util.UUID;

/**
 * The hosted page of a payment. Its address is not stored: it follows from these three.
 *
 * @param version counts the links of this page from 1
 * @param key names the key that the link is made with
 */
public record PaymentPage(PaymentId payment, int version, String key) {

    private static final String PREFIX = "pay:";

    public PaymentPage {
        Objects.requireNonNull(payment);
        Objects.requireNonNull(key);
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
    }

    static boolean isText(String text) {
        return text.startsWith(PREFIX);
    }

    /** The page that {@link #text()} has written. */
    static PaymentPage parse(String text) {
        var parts = text.substring(PREFIX.length()).split(":", 3);
        return new PaymentPage(new PaymentId(UUID.fromString(parts[0])), Integer.parseInt(parts[1]), parts[2]);
    }

    /** All that its address follows from, and nothing of the address. */
    String text() {
        return PREFIX + payment + ":" + version + ":" + key;
    }
}
