package io.caravan.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One thing that can be called on the public port, as endpoints.csv lists it.
 *
 * @param own the status for whoever has the right credential, asks about nothing that exists, and says nothing
 * @param other the status for another merchant's credential, or a wrong one
 */
public record Endpoint(String method, String path, Credential credential, int own, int other) {

    /** What a caller must have. */
    public enum Credential {
        /** A merchant's token. */
        MERCHANT,
        /** The wallet app's token, and the payer for whom it acts. */
        WALLET,
        /** A merchant's token and the subscription key of its sales unit. */
        UNIT,
        /** A client's id and secret. */
        CLIENT,
        /** The same and a subscription key, as headers. */
        SUBSCRIBER,
        /** A commerce account and its key. */
        ACCOUNT,
        /** A provider's signature. */
        PROVIDER,
        /** Nothing. */
        OPEN
    }

    /** All of them. */
    public static List<Endpoint> all() {
        try (var lines = Files.lines(Path.of("src/test/resources/endpoints.csv"))) {
            return lines.skip(1).map(Endpoint::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Endpoint read(String line) {
        var cells = line.split(",");
        return new Endpoint(
                cells[0],
                cells[1],
                Credential.valueOf(cells[2].toUpperCase(java.util.Locale.ROOT)),
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]));
    }

    /** The path with these ids in it. */
    public String path(String merchantId, String id) {
        return path.replace("{merchantId}", merchantId)
                .replace("{partnerId}", "1")
                .replaceAll("\\{\\w+}", id);
    }

    /** Whether it is on this path. */
    public boolean covers(String called) {
        return called.matches(path.replaceAll("\\{\\w+}", "[^/]+"));
    }

    /** Whether it is one of ours, and not of a library. */
    public boolean isRoute() {
        return !path.startsWith("/oauth2/") && !path.startsWith("/accesstoken/");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
