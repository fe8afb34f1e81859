package io.caravan.channel;

import java.time.Duration;
import java.util.Objects;

/**
 * By which the carrier's gateway knows who bills.
 *
 * @param shortNumber from which the owner of a phone is asked
 * @param timeout how long that person may take, in whole minutes
 */
public record CarrierAccount(String merchant, String service, String shortNumber, Duration timeout) {

    public CarrierAccount {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(service);
        Objects.requireNonNull(shortNumber);
        if (timeout.toMinutes() < 1) {
            throw new IllegalArgumentException("nobody confirms within less than a minute");
        }
    }
}
