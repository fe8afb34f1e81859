package io.caravan.web.page;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** An address as it is throttled: of IPv6 the first 64 bits, since the rest is its owner's to choose. */
final class VisitorAddress {

    private static final int NETWORK_BYTES = 8;

    private VisitorAddress() {}

    /** @param literal as the server knows it, never a name */
    static String of(String literal) {
        if (!literal.contains(":")) {
            return literal;
        }
        try {
            return InetAddress.getByName(literal) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES)) + "::/64"
                    : InetAddress.getByName(literal).getHostAddress();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
