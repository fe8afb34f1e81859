package io.caravan.core.invoice;

/** How the payer gets to see an invoice. */
public enum Delivery {
    /** Pushed to the wallet of one payer. */
    DIRECT,
    /** Behind a link that anyone may open. */
    LINK
}
