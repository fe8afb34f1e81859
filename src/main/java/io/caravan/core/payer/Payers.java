package io.caravan.core.payer;

import java.util.Optional;

/** All wallet users. */
public interface Payers {

    Optional<Payer> find(Phone phone);

    Optional<Payer> find(PayerId id);
}
