package io.caravan.core.setup;

/** What belongs to one merchant for ever. */
public enum Owned {
    ISSUER,
    ACCOUNT,
    SALES_UNIT,
    PARTNER
}
