package io.caravan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who is on the other end of the line, as far as an address tells. */
final class Origins {

    /** Bytes of an IPv6 address that tell networks apart; whoever has a network has all addresses in it. */
    private static final int NETWORK = 8;

    private Origins() {}

    /** The address that the request came from, or its network; behind trusted proxies, the one that they name. */
    static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** The address, or its network. */
    static String of(String text) {
        if (text == null || text.indexOf(':') < 0) {
            return String.valueOf(text);
        }
        try {
            var address = InetAddress.getByName(text).getAddress();
            return address.length == 4
                    ? HexFormat.of().formatHex(address)
                    : HexFormat.of().formatHex(Arrays.copyOf(address, NETWORK));
        } catch (UnknownHostException e) {
            return text;
        }
    }
}
