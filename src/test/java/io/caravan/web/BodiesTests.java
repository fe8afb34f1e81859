package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.dialect.Refusal;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BodiesTests {

    private final AtomicLong nanos = new AtomicLong();
    private final Bodies bodies = new Bodies(100, Duration.ofSeconds(10), 1, nanos::get);

    @Test
    void aBodyThatComesSlowlyIsReadAsLongAsItIsThereInTime() throws Exception {
        assertThat(bodies.read(new Slow(50, 50, Duration.ofMillis(200)))).hasSize(50);
        assertThat(bodies.read(new Slow(50, -1, Duration.ofMillis(200)))).hasSize(50);
    }

    @Test
    void aBodyThatTakesLongerIsRefusedHoweverItsLengthIsTold() {
        assertThat(refusal(new Slow(50, 50, Duration.ofMillis(201)))).isEqualTo(Refusal.TOO_SLOW);
        assertThat(refusal(new Slow(50, -1, Duration.ofMillis(201)))).isEqualTo(Refusal.TOO_SLOW);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAsSoonAsThatIsKnown() {
        var told = new Slow(101, 101, Duration.ofDays(1));
        var untold = new Slow(1000, -1, Duration.ofMillis(1));

        assertThat(refusal(told)).isEqualTo(Refusal.TOO_LARGE);
        assertThat(told.read).isZero();
        assertThat(refusal(untold)).isEqualTo(Refusal.TOO_LARGE);
        assertThat(untold.read).isEqualTo(101);
    }

    @Test
    void aBodyThatEndsTooEarlyIsRefused() {
        assertThat(refusal(new Slow(49, 50, Duration.ZERO))).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void whenTooManyAreReadTheNextIsToldToComeAgain() throws Exception {
        var second = new Refusal[1];
        var first = new Slow(1, 1, Duration.ZERO);
        first.meanwhile = () -> second[0] = refusal(there("x"));

        assertThat(bodies.read(first)).hasSize(1);

        assertThat(second[0]).isEqualTo(Refusal.BUSY);
        assertThat(bodies.read(there("x"))).hasSize(1);
    }

    @Test
    void theFieldsOfAFormAreParametersAndNothingElseIs() throws Exception {
        var request = there("a=1&b=x%20y&a=2&c");
        request.setContentType("application/x-www-form-urlencoded; charset=UTF-8");
        request.setQueryString("d=4");
        request.addParameter("d", "4");

        var form = new FormRequest(request, bodies.read(request));

        assertThat(form.getParameterMap()).containsOnlyKeys("a", "b", "c");
        assertThat(form.getParameterValues("a")).containsExactly("1", "2");
        assertThat(form.getParameter("b")).isEqualTo("x y");
        assertThat(form.getParameter("d")).isNull();
    }

    @Test
    void aFormThatCannotBeReadIsRefused() {
        var request = there("a=%zz");
        request.setContentType("application/x-www-form-urlencoded");

        assertThat(catchThrowableOfType(Bodies.Refused.class, () -> new FormRequest(request, bodies.read(request)))
                        .refusal())
                .isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void aBodyThatIsBrokenOnTheWayIsRefused() {
        var request = new Slow(50, -1, Duration.ZERO);
        request.meanwhile = () -> {
            throw new java.io.IOException("not a chunk");
        };

        assertThat(refusal(request)).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void aBodyThatTheServerWaitedForInVainIsRefusedAsTooSlow() {
        for (var failure : List.of(
                new SocketTimeoutException(), new ClientAbortException(new SocketTimeoutException("no more came")))) {
            var request = new Slow(50, 50, Duration.ZERO);
            request.meanwhile = () -> {
                throw failure;
            };

            assertThat(refusal(request)).as(failure.toString()).isEqualTo(Refusal.TOO_SLOW);
        }
    }

    private Refusal refusal(MockHttpServletRequest request) {
        return catchThrowableOfType(Bodies.Refused.class, () -> bodies.read(request))
                .refusal();
    }

    private static MockHttpServletRequest there(String body) {
        var request = new MockHttpServletRequest();
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private interface Meanwhile {
        void happens() throws java.io.IOException;
    }

    /** A request whose body comes byte by byte, so long after each other. */
    private final class Slow extends MockHttpServletRequest {

        private final int size;
        private final int told;
        private final Duration pause;
        private int read;
        private Meanwhile meanwhile = () -> {};

        /** @param told the length that the request tells; -1 if it is chunked */
        Slow(int size, int told, Duration pause) {
            this.size = size;
            this.told = told;
            this.pause = pause;
            if (told < 0) {
                addHeader("Transfer-Encoding", "chunked");
            }
        }

        @Override
        public long getContentLengthLong() {
            return told;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read(byte[] target, int offset, int length) throws java.io.IOException {
                    meanwhile.happens();
                    if (read == size) {
                        return -1;
                    }
                    nanos.addAndGet(pause.toNanos());
                    read++;
                    return 1;
                }

                @Override
                public int read() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public boolean isFinished() {
                    return read == size;
                }

                @Override
                public boolean isReady() {
                    return false;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
