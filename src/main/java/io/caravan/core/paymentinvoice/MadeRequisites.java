package io.caravan.core.paymentinvoice;

import io.caravan.core.money.Money;
import java.util.Optional;

/** The requisites of a new payment, as far as they are known without asking anybody. */
public final class MadeRequisites {

    private MadeRequisites() {}

    /** Empty if the provider makes them, or there are none. */
    public static Optional<Requisites> of(Service service, Money amount, PaymentReference reference) {
        return service.asksProvider() || service.kind() == ServiceKind.CARD_PAGE
                ? Optional.empty()
                : Optional.of(new StaticRequisites(service, amount, reference).make());
    }
}
