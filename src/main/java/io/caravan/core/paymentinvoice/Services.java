package io.caravan.core.paymentinvoice;

import java.util.List;
import java.util.Optional;

/** All ways to pay. */
public interface Services {

    Optional<Service> find(String code);

    /** In the order of their codes. */
    List<Service> all();

    /** Writes the service down, new or changed. */
    void put(Service service);
}
