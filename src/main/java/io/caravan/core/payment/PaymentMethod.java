package io.caravan.core.payment;

import io.caravan.core.notice.Channel;

/** How the payer's money moves. */
public enum PaymentMethod {
    /** The card in the payer's wallet, charged in one step. */
    STORED_CARD,
    /** Whatever the payer chooses on the provider's page: reserved there, and then taken. */
    PROVIDER_PAGE,
    /** The bill of a phone, charged in one step once its owner has confirmed. */
    PHONE_BILL,

    /** A transfer that the payer makes to an account that it is shown. It comes by itself, and may be more or less. */
    REQUISITES;

    /** The channel to the provider that moves it. */
    public Channel provider() {
        return switch (this) {
            case STORED_CARD, PROVIDER_PAGE -> Channel.PSP;
            case PHONE_BILL -> Channel.CARRIER;
            case REQUISITES -> Channel.BANK;
        };
    }
}
