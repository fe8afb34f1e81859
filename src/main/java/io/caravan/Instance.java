package io.caravan;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * This process among those that share a database.
 *
 * @param name the same after a restart
 */
record Instance(String name) {

    private static final int LONGEST = 64;

    static Instance on(int port) {
        try {
            return on(InetAddress.getLocalHost().getHostName(), port);
        } catch (UnknownHostException e) {
            return on("unknown", port);
        }
    }

    /** Of a host whose name is too long, its beginning and a number for all of it. */
    static Instance on(String host, int port) {
        var name = host + ":" + port;
        if (name.length() <= LONGEST) {
            return new Instance(name);
        }
        var end = "-%08x:%d".formatted(host.hashCode(), port);
        return new Instance(host.substring(0, LONGEST - end.length()) + end);
    }
}
