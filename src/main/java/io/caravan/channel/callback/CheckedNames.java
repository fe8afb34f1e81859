package io.caravan.channel.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves the hosts of callbacks and answers only addresses that were checked; the connection goes to one of these and
 * nowhere else. A host with one bad address among good ones is refused whole.
 */
final class CheckedNames implements DnsResolver {

    /** Where names are looked up. */
    interface Lookup {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Lookup lookup;
    private final Addresses addresses;

    CheckedNames(Lookup lookup, Addresses addresses) {
        this.lookup = lookup;
        this.addresses = addresses;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = lookup.resolve(host);
        for (var address : found) {
            if (!addresses.allows(address) || CallbackTarget.isThisMachine(host) && !address.isLoopbackAddress()) {
                throw new ForbiddenAddress();
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
