package io.caravan.core.profile;

import java.util.Arrays;
import java.util.Optional;

/** A part of a payer's profile that a merchant may ask for. */
public enum ProfileScope {
    NAME("name"),
    ADDRESS("address"),
    EMAIL("email"),
    PHONE_NUMBER("phoneNumber"),
    BIRTH_DATE("birthDate"),
    /** The national identity number. */
    NIN("nin");

    private final String text;

    ProfileScope(String text) {
        this.text = text;
    }

    /** As merchants write it. */
    public String text() {
        return text;
    }

    /** The scope that is written so. */
    public static Optional<ProfileScope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}
