package io.caravan.core.payment;

/** How the payer's money moves. */
public enum PaymentMethod {
    /** The card in the payer's wallet, charged in one step. */
    STORED_CARD,
    /** Whatever the payer chooses on the provider's page: reserved there, and then taken. */
    PROVIDER_PAGE
}
