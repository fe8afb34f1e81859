package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.support.Race;
import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LargeBodyFilterTests {

    private static final FilterChain NOTHING = (request, response) -> {};

    /** Bodies of 10 bytes are large, of 100 the largest; 150 bytes fit, and one may wait. */
    private final LargeBodyFilter filter = filter(Duration.ofMinutes(10));

    @Test
    void whatFitsTogetherGoesInTogetherAndTheRestWaits() throws Exception {
        try (var race = new Race()) {
            var held = new Held();
            var first = race.start(() -> send(filter, body(100), held));
            held.awaitEntered();
            assertThat(send(filter, body(50), NOTHING)).isEqualTo(200);
            var second = race.start(() -> send(filter, body(51), NOTHING));
            Race.assertWaits(second);

            held.leave();

            assertThat(first.get(10, TimeUnit.MINUTES)).isEqualTo(200);
            assertThat(second.get(10, TimeUnit.MINUTES)).isEqualTo(200);
        }
    }

    @Test
    void smallBodiesAndThoseThatOthersRefuseDoNotWait() throws Exception {
        try (var race = new Race()) {
            var held = new Held();
            race.start(() -> send(filter, body(100), held));
            held.awaitEntered();

            assertThat(send(filter, body(9), NOTHING)).isEqualTo(200);
            assertThat(send(filter, body(0), NOTHING)).isEqualTo(200);
            assertThat(send(filter, body(101), NOTHING)).isEqualTo(200);
            held.leave();
        }
    }

    @Test
    void whoWouldWaitTooLongIsToldToComeAgain() throws Exception {
        var hasty = filter(Duration.ofMillis(1));
        try (var race = new Race()) {
            var held = new Held();
            race.start(() -> send(hasty, body(100), held));
            held.awaitEntered();
            var response = new MockHttpServletResponse();

            hasty.doFilter(body(100), response, NOTHING);

            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getHeader("Retry-After")).isEqualTo("5");
            held.leave();
        }
    }

    @Test
    void aFailureLeavesTheRoomFree() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> send(filter, body(100), (request, response) -> {
                        throw new IOException("broken");
                    }))
                    .hasMessage("broken");
        }
        assertThat(send(filter, body(100), NOTHING)).isEqualTo(200);
    }

    @Test
    void aBodyOfUntoldLengthTakesTheRoomOfTheLargest() throws Exception {
        var chunked = new MockHttpServletRequest("POST", "/api/v1/things");
        chunked.addHeader("Transfer-Encoding", "chunked");
        try (var race = new Race()) {
            var held = new Held();
            race.start(() -> send(filter, chunked, held));
            held.awaitEntered();

            assertThat(send(filter, body(50), NOTHING)).isEqualTo(200);
            Race.assertWaits(race.start(() -> send(filter, body(51), NOTHING)));
            held.leave();
        }
    }

    @Test
    void theLargestBodyMustFit() {
        assertThatThrownBy(() -> new LargeBodyFilter.Room(1, 100, 99, 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LargeBodyFilter filter(Duration wait) {
        return new LargeBodyFilter(new Doors(List.of()), new LargeBodyFilter.Room(10, 100, 150, 1, wait));
    }

    private static MockHttpServletRequest body(int size) {
        var request = new MockHttpServletRequest("POST", "/api/v1/things");
        request.setContent(new byte[size]);
        return request;
    }

    private static int send(LargeBodyFilter filter, MockHttpServletRequest request, FilterChain chain)
            throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response.getStatus();
    }

    /** A request that stays in until it may leave. */
    private static final class Held implements FilterChain {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch left = new CountDownLatch(1);

        @Override
        public void doFilter(jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response) {
            entered.countDown();
            await(left);
        }

        void awaitEntered() {
            await(entered);
        }

        void leave() {
            left.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
