package io.caravan.core.merchant;

import java.util.Objects;

/** A branch of a merchant in whose name an invoice is sent, and to whose account the money goes. */
public record Issuer(
        IssuerId id, MerchantId merchant, String name, Address address, Status status, boolean payoutAccount) {

    /** Whether the issuer may send invoices. */
    public enum Status {
        /** Awaits approval. */
        PENDING,
        ENABLED,
        /** Closed by the merchant. */
        DISABLED
    }

    /** Where the branch is; lines that are not known are empty. */
    public record Address(String street, String zipCode, String city) {

        public Address {
            Objects.requireNonNull(street);
            Objects.requireNonNull(zipCode);
            Objects.requireNonNull(city);
        }
    }

    /** An issuer that the merchant has named, and does not have. */
    public static Issuer unknown(IssuerId id, MerchantId merchant) {
        return new Issuer(id, merchant, "", new Address("", "", ""), Status.PENDING, false);
    }

    public Issuer {
        Objects.requireNonNull(id);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(name);
        Objects.requireNonNull(address);
        Objects.requireNonNull(status);
    }
}
