package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever tries passwords of SMS gateways. Three wrong ones a minute are allowed here. */
class PasswordLimitFilterTests {

    private static final String REPORT = "/api/callback/sms/report";
    private static final String WRONG = "Basic Z2F0ZXdheTo=";

    private final AtomicLong nanos = new AtomicLong();
    private final PasswordLimitFilter filter = new PasswordLimitFilter(
            new Doors(List.of(new Words())),
            new FailedCredentials(new Throttle(3, Duration.ofMinutes(1), 3, nanos::get)));

    @Test
    void afterTooManyWrongPasswordsNoneFromThatAddressIsLookedAt() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(call(REPORT, WRONG, "1.1.1.1", 401)).isEqualTo(401);
        }

        assertThat(call(REPORT, WRONG, "1.1.1.1", 204)).isEqualTo(429);
        assertThat(call(REPORT, WRONG, "1.1.1.2", 204)).isEqualTo(204);
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(call(REPORT, WRONG, "1.1.1.1", 204)).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/API/Callback/SMS/report", "/api/callback/sms/inbound", "/api/callback/sms/"})
    void anotherSpellingIsNoWayAround(String path) throws Exception {
        for (int i = 0; i < 3; i++) {
            call(REPORT, WRONG, "1.1.1.1", 401);
        }

        assertThat(call(path, "bAsIc x", "1.1.1.1", 401)).isEqualTo(429);
    }

    @Test
    void whoSignsIsNotKeptOutForThePasswordsOfOthers() throws Exception {
        for (int i = 0; i < 4; i++) {
            call(REPORT, WRONG, "1.1.1.1", 401);
        }

        assertThat(call(REPORT, null, "1.1.1.1", 204)).isEqualTo(204);
    }

    @Test
    void goodPasswordsAndWhatIsWrongOtherwiseCountForNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(call(REPORT, WRONG, "1.1.1.1", 204)).isEqualTo(204);
            assertThat(call(REPORT, WRONG, "1.1.1.1", 400)).isEqualTo(400);
            assertThat(call("/api/v1/x", WRONG, "1.1.1.1", 401)).isEqualTo(401);
        }
    }

    /** The answer to a call that would be answered with this status. */
    private int call(String path, String authorization, String address, int status) throws Exception {
        var request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        if (authorization != null) {
            request.addHeader("Authorization", authorization);
        }
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, (a, b) -> response.setStatus(status));
        return response.getStatus();
    }

    private static final class Words implements Door {

        @Override
        public boolean covers(String path) {
            return true;
        }

        @Override
        public boolean reads(String mediaType) {
            return true;
        }

        @Override
        public Answer refuse(Refusal refusal, String correlationId) {
            return Answer.empty(refusal.status());
        }
    }
}
