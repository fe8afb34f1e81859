package io.caravan.core.sms;

import io.caravan.core.payer.Phone;
import java.util.Objects;

/**
 * An SMS that somebody sent us.
 *
 * @param id the gateway's: a message that comes twice has the same
 * @param to one of our numbers, as the gateway writes it
 */
public record InboundSms(String id, Phone from, String to, String text) {

    public InboundSms {
        Objects.requireNonNull(id);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(text);
    }

    /** Without what was said, and by whom: neither may reach a log. */
    @Override
    public String toString() {
        return "inbound SMS " + id;
    }
}
