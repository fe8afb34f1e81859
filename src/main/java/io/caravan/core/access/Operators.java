package io.caravan.core.access;

import java.util.List;
import java.util.Optional;

/** All who run the service. */
public interface Operators {

    Optional<Operator> find(String name);

    /** By name. */
    List<Operator> all();

    /** Adds the operator, or brings password, role and whether it is enabled up to date. */
    void put(Operator operator);
}
