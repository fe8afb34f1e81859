package io.caravan.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.page.FormSeal;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.support.Fixtures;
import io.caravan.support.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who looks at pages, from where, and how often in vain. */
class VisitsTests {

    private static final int LIMIT = 3;
    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    private final AtomicLong nanos = new AtomicLong();
    private final InvoicePages pages = new InvoicePages(
            new Drawing(new Assets()),
            new Guesses(LIMIT, nanos::get),
            new FormSeal("k", Map.of("k", new byte[32]), new MovableClock(Fixtures.NOW)),
            new Onward(Duration.ofSeconds(5)));

    @Test
    void whoGuessesIsSentAwayForTenMinutes() {
        var visit = visit(TOKEN, "192.0.2.1");
        for (int i = 0; i < LIMIT; i++) {
            assertThat(pages.showFailure(new PageRefused(Reason.UNKNOWN), visit).status())
                    .isEqualTo(404);
        }

        var refused = catchThrowableOfType(PageRefused.class, () -> pages.readRequest(visit));
        var answer = pages.showFailure(refused, visit);
        assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_GUESSES);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers()).containsEntry("Retry-After", "600");

        pages.readRequest(visit(TOKEN, "192.0.2.2"));
        nanos.addAndGet(Duration.ofMinutes(10).toNanos());
        pages.readRequest(visit);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002::/64",
        "2001:db8:1:2::9, 20010db800010002::/64",
        "0:0:0:0:0:0:0:1, 0000000000000000::/64",
        "fe80:0:0:0:1:2:3:4%1, fe80000000000000::/64",
        "::ffff:192.0.2.1, 192.0.2.1",
        "not:an:address, unknown"
    })
    void aWholeNetworkIsOneAddress(String literal, String address) {
        assertThat(VisitorAddress.of(literal)).isEqualTo(address);
    }

    @Test
    void aRefusalSpeaksTheVisitorsLanguageAndLeadsBack() {
        var visit = pages.readVisit(TOKEN, null, null, "da", "192.0.2.1", "/i/" + TOKEN);

        var answer = pages.showFailure(new PageRefused(Reason.OUTDATED), visit);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("<html lang=\"da\">", "Siden var forældet", "href=\"../i/" + TOKEN + "\"");
    }

    @Test
    void aFailureTellsNothingOfItself() {
        var answer = pages.showFailure(new IllegalStateException("secret"), null);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("secret", "Exception");
    }

    private PageVisit visit(String token, String address) {
        return pages.readVisit(token, null, null, null, address, "/i/" + token);
    }
}
