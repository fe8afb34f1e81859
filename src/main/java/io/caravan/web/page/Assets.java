package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The style and the script of pages. Their names have a part of their hash, so that browsers keep them for ever. */
public final class Assets {

    private static final int HASH_LENGTH = 12;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final File css = read("page", "css", "text/css;charset=utf-8");
    private final File js = read("page", "js", "text/javascript;charset=utf-8");

    private record File(String stem, String name, String end, String mediaType, byte[] bytes) {}

    String css() {
        return css.name();
    }

    String js() {
        return js.name();
    }

    /**
     * The file of this name. Another version of it, which a page drawn by another instance may name, is ours, to be kept
     * for a moment only.
     */
    public Answer show(String name) {
        var asked = String.valueOf(name);
        return List.of(css, js).stream()
                .filter(file -> asked.startsWith(file.stem() + "-") && asked.endsWith("." + file.end()))
                .findFirst()
                .map(file -> new Answer(200, file.mediaType(), file.bytes(), Map.of())
                        .with("Cache-Control", asked.equals(file.name()) ? FOR_EVER : "no-store")
                        .with("X-Content-Type-Options", "nosniff"))
                .orElseGet(() -> Answer.empty(404));
    }

    private static File read(String stem, String end, String mediaType) {
        try (var stream = Assets.class.getResourceAsStream("/pages/" + stem + "." + end)) {
            var bytes = stream.readAllBytes();
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new File(stem, stem + "-" + hash.substring(0, HASH_LENGTH) + "." + end, end, mediaType, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
