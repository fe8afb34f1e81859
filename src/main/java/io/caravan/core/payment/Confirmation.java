package io.caravan.core.payment;

/** How the owner of a phone tells the carrier that something may be put on its bill. */
public enum Confirmation {
    /** By a reply to an SMS of the carrier's. */
    REPLY,
    /** By a PIN that the carrier sends by SMS, and that is entered here. */
    PIN
}
