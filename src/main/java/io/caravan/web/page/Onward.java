package io.caravan.web.page;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a page on which nothing is left to do leads back to whoever sent the payer: by a link, and by itself.
 *
 * @param after how long the page can be read before it leads on by itself; whole seconds count
 */
public record Onward(Duration after) {

    /** What templates call {@code redirect}. */
    Map<String, Object> to(Optional<String> url, boolean byItself) {
        return Map.of(
                "url",
                url.orElse(""),
                "refresh",
                url.filter(known -> byItself)
                        .map(known -> after.toSeconds() + ";url=" + known)
                        .orElse(""));
    }
}
