package io.caravan.core.setup;

import java.util.Arrays;
import java.util.Optional;

/** What can be set up one by one. */
public enum ThingKind {
    MERCHANT("merchant", "Merchants", false),
    ISSUER("issuer", "Issuers", true),
    /** Where a merchant hears of changes, by the name of the dialect. */
    CALLBACKS("callbacks", "Callbacks", true),
    CLIENT("client", "Clients", true),
    ACCOUNT("account", "Accounts", true),
    SALES_UNIT("sales-unit", "Sales units", true),
    PARTNER("partner", "Partners", true),
    WALLET("wallet", "Wallet apps", false),
    SERVICE("service", "Services", false),
    PAYER("payer", "Payers", false),
    OPERATOR("operator", "Operators", false);

    private final String text;
    private final String title;
    private final boolean ofMerchant;

    ThingKind(String text, String title, boolean ofMerchant) {
        this.text = text;
        this.title = title;
        this.ofMerchant = ofMerchant;
    }

    /** As addresses have it. */
    public String text() {
        return text;
    }

    /** Several of them, for people. */
    public String title() {
        return title;
    }

    /** One of them, for people. */
    public String word() {
        return text.replace('-', ' ');
    }

    /** Whether each belongs to a merchant. */
    public boolean isOfMerchant() {
        return ofMerchant;
    }

    public static Optional<ThingKind> parse(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }
}
