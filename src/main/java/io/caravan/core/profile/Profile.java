package io.caravan.core.profile;

import io.caravan.core.payer.PayerId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What the wallet knows of a payer.
 *
 * @param nin the national identity number
 */
public record Profile(
        PayerId payer,
        String givenName,
        String familyName,
        String email,
        LocalDate birthDate,
        Optional<Home> home,
        Optional<String> nin) {

    /**
     * Where the payer lives.
     *
     * @param country ISO 3166 code, two letters
     */
    public record Home(String street, String postalCode, String city, String country) {

        public Home {
            Objects.requireNonNull(street);
            Objects.requireNonNull(postalCode);
            Objects.requireNonNull(city);
            Objects.requireNonNull(country);
        }
    }

    public Profile {
        Objects.requireNonNull(payer);
        Objects.requireNonNull(givenName);
        Objects.requireNonNull(familyName);
        Objects.requireNonNull(email);
        Objects.requireNonNull(birthDate);
        Objects.requireNonNull(home);
        Objects.requireNonNull(nin);
    }

    public String name() {
        return givenName + " " + familyName;
    }

    /** Whether the payer is this old on that day. */
    public boolean isOfAge(int years, LocalDate today) {
        return !birthDate.plusYears(years).isAfter(today);
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "profile of " + payer;
    }
}
