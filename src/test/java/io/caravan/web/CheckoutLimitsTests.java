package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.problem.TooMany;
import io.caravan.web.page.Assets;
import io.caravan.web.page.Drawing;
import io.caravan.web.page.Guesses;
import io.caravan.web.page.HostedPages;
import io.caravan.web.page.Onward;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CheckoutLimitsTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicLong nanos = new AtomicLong();
    private final CheckoutLimits limits = new CheckoutLimits(new Throttle(3, HOUR, 3, nanos::get));

    @Test
    void afterTooManyLinksAnAddressIsToldToWaitOnAPage() {
        for (int i = 0; i < 3; i++) {
            limits.count("192.0.2.1");
        }

        var refused = catchThrowableOfType(TooMany.class, () -> limits.count("192.0.2.1"));

        var pages = new HostedPages(new Drawing(new Assets()), new Guesses(30, nanos::get), new Onward(HOUR), "");
        var visit = pages.readVisit(null, null, "en", null, "192.0.2.1", "/hpp/");
        var page = pages.showLinkFailure(refused, visit);
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.headers()).containsEntry("Retry-After", "1200");
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("Too many attempts", "Try again later");
        assertThatCode(() -> limits.count("192.0.2.2")).doesNotThrowAnyException();
        nanos.addAndGet(HOUR.toNanos());
        assertThatCode(() -> limits.count("192.0.2.1")).doesNotThrowAnyException();
    }
}
