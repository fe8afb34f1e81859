package io.caravan.camel.live;

import io.caravan.camel.rules.RouteFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/**
 * What stood in a file of routes at some time.
 *
 * @param path below the folder of the routes, with slashes: {@code channel/push.camel.yaml}
 */
record RouteText(String path, String text) {

    private static final Set<String> SWAPPED = Set.of("workflow", "channel", "callback", "job");
    private static final Pattern ADDRESSES = Pattern.compile("(?m)^- *[\"']?rest[\"']?:");

    /** Whether its routes can be swapped while the service runs: by their folder, and if it says no address for callers. */
    boolean isLive() {
        return SWAPPED.contains(path.replaceFirst("/.*", ""))
                && !ADDRESSES.matcher(text).find();
    }

    boolean isConfig() {
        return path.startsWith("config/");
    }

    String hash() {
        return hash(text);
    }

    /** SHA-256, in hexadecimal digits. */
    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws RuntimeException if this is not what routes are written in */
    RouteFile parsed() {
        return RouteFile.of(Path.of("routes").resolve(path), text);
    }

    /** @throws RuntimeException if this is not what routes are written in */
    List<String> routeIds() {
        return parsed().routes().map(RouteFile.Element::id).toList();
    }

    Resource resource() {
        return ResourceHelper.fromString("routes/" + path, text);
    }
}
