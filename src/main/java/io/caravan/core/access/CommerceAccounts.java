package io.caravan.core.access;

import java.util.Optional;

/** All commerce accounts. */
public interface CommerceAccounts {

    Optional<CommerceAccount> find(String id);
}
