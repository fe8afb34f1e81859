package io.caravan;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * This process among those that share a database.
 *
 * @param name the same after a restart
 */
record Instance(String name) {

    static Instance on(int port) {
        try {
            return new Instance(InetAddress.getLocalHost().getHostName() + ":" + port);
        } catch (UnknownHostException e) {
            return new Instance("unknown:" + port);
        }
    }
}
