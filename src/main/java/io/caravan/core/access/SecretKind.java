package io.caravan.core.access;

import io.caravan.core.id.Uuids;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** What merchants prove themselves with, and what signs what payment invoices tell them. Each has an owner. */
public enum SecretKind {
    /** Of a client, by its id. */
    CLIENT("client"),
    /** The API key of a commerce account, by its id. */
    ACCOUNT("account"),
    /** What signs callbacks about payments in test mode, by the commerce account. */
    TEST_KEY("test-key"),
    /** What signs all other callbacks about payment invoices, by the commerce account. */
    LIVE_KEY("live-key"),
    /** A subscription key of a sales unit, by its number. */
    SALES_UNIT("sales-unit"),
    /** The one that is as good. */
    SALES_UNIT_OTHER("sales-unit-other"),
    /** What signs a partner's requests, by its number: base64. */
    PARTNER("partner"),
    /** What signs callbacks of invoices, by the id of the merchant: {@code whsec_} and base64. */
    CALLBACK("callback"),
    /** What signs callbacks to a webhook of a sales unit, by the id of the registration: base64. */
    REGISTRATION("registration");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    SecretKind(String text) {
        this.text = text;
    }

    /** As written by operators. */
    public String text() {
        return text;
    }

    public static Optional<SecretKind> parse(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }

    /** The owner as stored, however somebody has typed the name. */
    public String owner(String typed) {
        return switch (this) {
            case CALLBACK, REGISTRATION ->
                Uuids.parse(typed).map(UUID::toString).orElse(typed);
            case CLIENT, ACCOUNT, TEST_KEY, LIVE_KEY, SALES_UNIT, SALES_UNIT_OTHER, PARTNER -> typed;
        };
    }

    /** Whether only its hash is stored; others are used again, and sealed. */
    public boolean isHashed() {
        return switch (this) {
            case CLIENT, ACCOUNT, SALES_UNIT, SALES_UNIT_OTHER -> true;
            case TEST_KEY, LIVE_KEY, PARTNER, CALLBACK, REGISTRATION -> false;
        };
    }

    /** Whether it signs with one secret at a time: the one before, until its time is over. */
    public boolean signsAlone() {
        return switch (this) {
            case TEST_KEY, LIVE_KEY, REGISTRATION -> true;
            case CLIENT, ACCOUNT, SALES_UNIT, SALES_UNIT_OTHER, PARTNER, CALLBACK -> false;
        };
    }

    /** A new secret of 256 bits or more, in the form that merchants know. */
    public String random() {
        var bytes = new byte[this == REGISTRATION ? 64 : 32];
        RANDOM.nextBytes(bytes);
        return switch (this) {
            case CLIENT, ACCOUNT -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            case TEST_KEY -> "sk_test_" + HexFormat.of().formatHex(bytes);
            case LIVE_KEY -> "sk_live_" + HexFormat.of().formatHex(bytes);
            case SALES_UNIT, SALES_UNIT_OTHER -> HexFormat.of().formatHex(bytes);
            case PARTNER, REGISTRATION -> Base64.getEncoder().encodeToString(bytes);
            case CALLBACK -> "whsec_" + Base64.getEncoder().encodeToString(bytes);
        };
    }
}
