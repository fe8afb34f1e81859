package io.caravan.channel.callback;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The URL of an endpoint, as far as it can be judged without resolving its host. */
record CallbackTarget(URI uri) {

    private static final int LONGEST = 2048;
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1|\\[::1]");

    /**
     * Reads the URL.
     *
     * @param plainHosts that may be reached without TLS, in lower case
     * @throws IllegalArgumentException with what is wrong, in words for the merchant
     */
    static CallbackTarget of(String url, Set<Integer> ports, boolean loopback, Set<String> plainHosts) {
        var uri = parse(url);
        var host = uri.getHost();
        boolean home = loopback && isThisMachine(host);
        boolean plain = uri.getScheme().equalsIgnoreCase("http");
        if (!uri.getScheme().equalsIgnoreCase("https")
                && !(plain && (home || plainHosts.contains(host.toLowerCase(Locale.ROOT))))) {
            throw new IllegalArgumentException("The URL must start with https://");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("The URL must have neither a user nor a fragment");
        }
        int port = uri.getPort() == -1 ? (plain ? 80 : 443) : uri.getPort();
        if (!home && !ports.contains(port) || port < 1 || port > 65535) {
            throw new IllegalArgumentException("The port is not allowed");
        }
        if (isDisguised(host)) {
            throw new IllegalArgumentException("The host must be a name or an address in its usual form");
        }
        return new CallbackTarget(uri);
    }

    private static URI parse(String url) {
        try {
            var uri = new URI(url);
            if (url.length() <= LONGEST && uri.getScheme() != null && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // the same to the merchant
        }
        throw new IllegalArgumentException("This is not a URL with a host");
    }

    /** Whether this names the machine itself, whatever a name server says. */
    static boolean isThisMachine(String host) {
        return THIS_MACHINE.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether this is an address in a form that some read in one way and some in another. */
    private static boolean isDisguised(String host) {
        if (host.startsWith("[")) {
            return host.contains("%");
        }
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        var last = name.substring(name.lastIndexOf('.') + 1);
        return NUMBER.matcher(last).matches() && !(IPV4.matcher(name).matches() && name.length() == host.length());
    }

    String host() {
        return uri.getHost();
    }
}
