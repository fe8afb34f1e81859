package io.caravan.channel.callback;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses to which callbacks may go: those of the public Internet, and the networks that are allowed by setting.
 *
 * @param loopback whether this machine is allowed
 */
record Addresses(List<Network> allowed, boolean loopback) {

    /** Where all of IPv6 is that anybody may have; the rest is special, or given to nobody. */
    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    /** What IANA lists as special, and the addresses at which clouds tell machines their secrets. */
    private static final List<Network> FORBIDDEN = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::of)
            .toList();

    /** ::ffff:0:0/96, which Java would read as an IPv4 address. */
    private static final Network MAPPED =
            new Network(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}, 96);

    private static final Network TRANSLATED = Network.of("64:ff9b::/96");

    Addresses {
        allowed = List.copyOf(allowed);
    }

    boolean allows(InetAddress address) {
        if (address.isLoopbackAddress() && loopback) {
            return true;
        }
        if (address instanceof Inet6Address v6 && (v6.getScopeId() != 0 || v6.getScopedInterface() != null)) {
            return false;
        }
        return allows(address.getAddress());
    }

    private boolean allows(byte[] address) {
        if (isIn(allowed, address)) {
            return true;
        }
        if (MAPPED.contains(address) || TRANSLATED.contains(address)) {
            return allows(Arrays.copyOfRange(address, 12, 16));
        }
        return (address.length == 4 || GLOBAL_UNICAST.contains(address)) && !isIn(FORBIDDEN, address);
    }

    private static boolean isIn(List<Network> networks, byte[] address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
