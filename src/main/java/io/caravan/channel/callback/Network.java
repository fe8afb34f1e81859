package io.caravan.channel.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A range of addresses, as 10.0.0.0/8 or fc00::/7. */
record Network(byte[] address, int prefix) {

    static Network of(String text) {
        try {
            int slash = text.indexOf('/');
            var address =
                    InetAddress.getByName(literal(text.substring(0, slash))).getAddress();
            int prefix = Integer.parseInt(text.substring(slash + 1));
            if (prefix < 0 || prefix > address.length * 8) {
                throw new IllegalArgumentException("Not a network: " + text);
            }
            return new Network(address, prefix);
        } catch (IndexOutOfBoundsException | NumberFormatException | UnknownHostException e) {
            throw new IllegalArgumentException("Not a network: " + text, e);
        }
    }

    /** Refuses names, which would be looked up. */
    private static String literal(String text) throws UnknownHostException {
        if (!text.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new UnknownHostException(text);
        }
        return text;
    }

    boolean contains(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        int whole = prefix / 8;
        if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
            return false;
        }
        int mask = 0xFF00 >> (prefix % 8) & 0xFF;
        return mask == 0 || (address[whole] & mask) == (other[whole] & mask);
    }
}
