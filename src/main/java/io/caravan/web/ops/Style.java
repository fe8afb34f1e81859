package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.CRC32;

/** How the console looks. Its address changes with it, so that browsers keep it. */
public final class Style {

    private static final String FOR_A_YEAR = "private, max-age=31536000, immutable";

    private final byte[] css = read();
    private final String address = "console.css?v=" + version(css);

    /** Seen from all pages. */
    String address() {
        return address;
    }

    /** The style sheet itself. */
    public Answer show() {
        return new Answer(200, "text/css;charset=utf-8", css, Map.of())
                .with("Cache-Control", FOR_A_YEAR)
                .with("X-Content-Type-Options", "nosniff");
    }

    private static String version(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return Long.toHexString(sum.getValue());
    }

    private static byte[] read() {
        try (var stream = Style.class.getResourceAsStream("/ops/console.css")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
