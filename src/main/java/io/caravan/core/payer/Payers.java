package io.caravan.core.payer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All wallet users. */
public interface Payers {

    Optional<Payer> find(Phone phone);

    Optional<Payer> find(PayerId id);

    /** Those with one of these phone numbers. */
    default List<Payer> find(Set<Phone> phones) {
        return phones.stream().flatMap(phone -> find(phone).stream()).toList();
    }
}
