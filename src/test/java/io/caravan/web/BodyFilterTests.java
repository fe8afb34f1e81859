package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What becomes of a body on its way to a route. */
class BodyFilterTests {

    private final Doors doors = new Doors(List.of());
    private final Bodies bodies = new Bodies(10, Duration.ofSeconds(1), 1, System::nanoTime);
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/i/token");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final AtomicReference<HttpServletRequest> read = new AtomicReference<>();

    @Test
    void theFieldsOfAFormNeverBecomeParameters() throws Exception {
        request.setContentType("application/x-www-form-urlencoded");
        request.setContent("CamelA=1".getBytes(StandardCharsets.UTF_8));

        new BodyFilter(doors, bodies, bodies).doFilter(request, response, (a, b) -> read.set((HttpServletRequest) a));

        assertThat(read.get().getParameterMap()).isEmpty();
        assertThat(read.get().getInputStream().readAllBytes()).hasSize(8);
    }

    @Test
    void theMockEndpointsAreNoStrangers() throws Exception {
        var none = new Bodies(10, Duration.ofSeconds(1), 0, System::nanoTime);
        request.setRequestURI("/mock/push/messages");
        request.setContent(new byte[10]);

        new BodyFilter(doors, bodies, none).doFilter(request, response, (a, b) -> read.set((HttpServletRequest) a));

        assertThat(read.get()).isNotNull();
    }

    @Test
    void slowStrangersDoNotKeepTheBodiesOfCallersOut() throws Exception {
        var none = new Bodies(10, Duration.ofSeconds(1), 0, System::nanoTime);
        var filter = new BodyFilter(doors, bodies, none);
        request.setContent(new byte[10]);

        filter.doFilter(request, response, (a, b) -> read.set((HttpServletRequest) a));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        assertThat(read).hasValue(null);

        request.setUserPrincipal(() -> "somebody");
        filter.doFilter(request, new MockHttpServletResponse(), (a, b) -> read.set((HttpServletRequest) a));
        assertThat(read.get()).isNotNull();
    }
}
