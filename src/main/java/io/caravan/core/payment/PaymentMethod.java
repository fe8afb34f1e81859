package io.caravan.core.payment;

/** How the payer's money moves. */
public enum PaymentMethod {
    /** The card in the payer's wallet, charged in one step. */
    STORED_CARD
}
