package io.caravan.core.access;

import java.util.Optional;

/** All programs that may ask for tokens. */
public interface Clients {

    Optional<Client> find(String id);
}
