package io.caravan.core.page;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody's wish, on the page of an invoice, to pay with a card.
 *
 * @param id of the form: sent twice it is one wish
 * @param number of the invoice's last event when the form was drawn
 * @param returnUrl where the acquirer sends the payer afterwards
 */
public record CardVisit(PageToken token, UUID id, int number, URI returnUrl) {

    public CardVisit {
        Objects.requireNonNull(token);
        Objects.requireNonNull(id);
        Objects.requireNonNull(returnUrl);
    }
}
