package io.caravan.core.merchant;

import java.util.Optional;

/** The logos of issuers. */
public interface Logos {

    Optional<Logo> find(IssuerId issuer);

    /** Gives the issuer this logo in place of the one it had; answers false if there is no such issuer. */
    boolean put(IssuerId issuer, Logo logo);
}
