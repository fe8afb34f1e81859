package io.caravan.core.payer;

import java.util.Objects;
import java.util.UUID;

/**
 * A wallet user, who is asked for money.
 *
 * @param card the card in the wallet, as the payment provider knows it
 */
public record Payer(PayerId id, Phone phone, String name, boolean blocked, UUID card) {

    public Payer {
        Objects.requireNonNull(id);
        Objects.requireNonNull(phone);
        Objects.requireNonNull(name);
        Objects.requireNonNull(card);
    }
}
