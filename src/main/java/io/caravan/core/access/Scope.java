package io.caravan.core.access;

/** What a credential is good for. */
public enum Scope {
    /** A merchant's own invoices and settings. */
    INVOICE,
    /** Acting for payers: the wallet app's. Never given to a merchant. */
    CONSUMER;

    /** As written in tokens. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
