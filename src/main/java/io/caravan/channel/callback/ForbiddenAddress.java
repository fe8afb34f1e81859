package io.caravan.channel.callback;

import java.net.UnknownHostException;

/** A host whose name leads to where callbacks may not go. */
final class ForbiddenAddress extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddress() {
        super("The host leads to an address that is not allowed");
    }
}
