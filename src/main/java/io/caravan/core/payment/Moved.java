package io.caravan.core.payment;

import io.caravan.core.money.Money;
import java.util.Currency;

/**
 * How much of a payment's money has been moved so far.
 *
 * @param authorized reserved or taken at the provider
 * @param captured taken
 */
public record Moved(Money authorized, Money captured, Money refunded, Money cancelled) {

    public Moved {
        if (captured.plus(cancelled).isMoreThan(authorized) || refunded.isMoreThan(captured)) {
            throw new IllegalArgumentException("more taken than authorized, or more given back than taken");
        }
    }

    public static Moved nothing(Currency currency) {
        var none = Money.zero(currency);
        return new Moved(none, none, none, none);
    }

    /** The same, where so much has been taken without having been reserved before. */
    public Moved taken(Money amount) {
        return new Moved(amount, amount, refunded, cancelled);
    }

    /** After this operation, too. */
    public Moved after(Operation done) {
        var amount = done.amount();
        return switch (done.kind()) {
            case AUTHORIZE -> new Moved(authorized.plus(amount), captured, refunded, cancelled);
            case CHARGE -> taken(amount);
            case CAPTURE -> new Moved(authorized, captured.plus(amount), refunded, cancelled);
            case REFUND -> new Moved(authorized, captured, refunded.plus(amount), cancelled);
            case CANCEL -> new Moved(authorized, captured, refunded, cancelled.plus(amount));
        };
    }
}
