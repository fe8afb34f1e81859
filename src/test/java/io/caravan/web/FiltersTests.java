package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.CorrelationId;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The filters in front of a door that says who refused what. */
class FiltersTests {

    private static final String ID = "6f1c1a58-3a52-4c2c-8f6e-0c6d3b1b7c10";

    private final Doors doors = new Doors(List.of(new TestDoor()));
    private final Bodies bodies = new Bodies(10, Duration.ofSeconds(1), 1, System::nanoTime);
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/things");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    FiltersTests() {
        request.setAttribute(CorrelationId.ATTRIBUTE, ID);
    }

    @Test
    void aCallersOwnIdNamesTheRequestInLogsAndAnswers() throws Exception {
        request.removeAttribute(CorrelationId.ATTRIBUTE);
        request.addHeader("CorrelationId", ID);
        var seen = new AtomicReference<String>();

        new CorrelationFilter().doFilter(request, response, (a, b) -> seen.set(MDC.get("correlationId")));

        assertThat(seen).hasValue(ID);
        assertThat(request.getAttribute(CorrelationId.ATTRIBUTE)).isEqualTo(ID);
        assertThat(MDC.get("correlationId")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "6f1c1a58-3a52-4c2c-8f6e-0c6d3b1b7c10\r\nforged log line", "'; drop table"})
    void anIdThatIsNoUuidIsReplaced(String sent) throws Exception {
        request.removeAttribute(CorrelationId.ATTRIBUTE);
        request.addHeader("CorrelationId", sent);

        new CorrelationFilter().doFilter(request, response, (a, b) -> {});

        assertThat((String) request.getAttribute(CorrelationId.ATTRIBUTE))
                .isNotEqualTo(sent)
                .hasSize(36);
    }

    @Test
    void anErrorThatAServletReportsIsWordedByTheDoor() throws Exception {
        throughErrors((a, b) -> ((HttpServletResponse) b).sendError(405, "GET is what you want"));

        assertThat(said()).isEqualTo("405 METHOD_NOT_ALLOWED " + ID);
    }

    @Test
    void anUncaughtExceptionSaysNothingOfItself() throws Exception {
        throughErrors((a, b) -> {
            b.getWriter().write("half an answer");
            throw new IllegalStateException("secret-7");
        });

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).isEqualTo("BROKEN " + ID);
    }

    @Test
    void anErrorOffTheDoorsPathsHasNoBody() throws Exception {
        request.setRequestURI("/elsewhere");

        throughErrors((a, b) -> ((HttpServletResponse) b).sendError(404, "no such thing"));

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void pathsBelongToADoorWhateverTheirCase() throws Exception {
        request.setRequestURI("/API/v1/Things");

        throughErrors((a, b) -> ((HttpServletResponse) b).sendError(404));

        assertThat(said()).isEqualTo("404 NOT_FOUND " + ID);
    }

    @Test
    void theServersErrorPageIsWordedForThePathThatWasAskedFor() throws Exception {
        request.setDispatcherType(DispatcherType.ERROR);
        request.setRequestURI("/error");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/things");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 400);

        throughErrors((a, b) -> {
            throw new AssertionError("an error page is not looked for");
        });

        assertThat(said()).isEqualTo("400 MALFORMED " + ID);
    }

    @Test
    void anAnswerThatIsOnItsWayIsNotMixedWithAnother() {
        assertThatCode(() -> throughErrors((a, b) -> {
                    b.getWriter().write("an answer");
                    b.flushBuffer();
                    throw new IllegalStateException("too late");
                }))
                .doesNotThrowAnyException();
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void aCallerThatWentAwayIsNoFailure() {
        assertThatCode(() -> throughErrors((a, b) -> {
                    throw new ClientAbortException("gone");
                }))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelHttpUri", "camelfilename", "CARAVANCALLER", "CaravanCaller"})
    void aReservedHeaderIsRefused(String name) throws Exception {
        request.addHeader(name, "x");

        assertThat(passesNames()).isFalse();
        assertThat(said()).isEqualTo("400 MALFORMED " + ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CamelHttpUri=1", "a=1&caravancaller", "a=b&%43amelHttpUri=x", "a&c%61ravan-x=", "Camel%zz=1"})
    void aReservedParameterIsRefusedHoweverItIsWritten(String query) throws Exception {
        request.setQueryString(query);

        assertThat(passesNames()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=Camel", "x-camel=1", "state=granted&pagingState=caravan", "%zz=1"})
    void otherNamesPass(String query) throws Exception {
        request.setQueryString(query);
        request.addHeader("X-Camel", "1");

        assertThat(passesNames()).isTrue();
    }

    @Test
    void aBodyOfExactlyTheLimitPassesAndOneByteMoreDoesNot() throws Exception {
        request.setContentType("application/json");
        request.setContent(new byte[10]);
        assertThat(bodySeen()).hasSize(10);

        request.setContent(new byte[11]);

        assertThat(bodySeen()).isNull();
        assertThat(said()).isEqualTo("413 TOO_LARGE " + ID);
    }

    @Test
    void aChunkedBodyIsMeasuredWhileItComes() throws Exception {
        request.setContentType("application/json");
        assertThat(chunked(new byte[10])).hasSize(10);

        assertThat(chunked(new byte[11])).isNull();

        assertThat(said()).isEqualTo("413 TOO_LARGE " + ID);
    }

    @Test
    void aBodyThatTheDoorDoesNotReadIsRefused() throws Exception {
        request.setContentType("text/plain");
        request.setContent(new byte[1]);

        assertThat(bodySeen()).isNull();
        assertThat(said()).isEqualTo("415 MEDIA_TYPE " + ID);
    }

    @Test
    void aBodyWithoutATypeIsRefused() throws Exception {
        request.setContent(new byte[1]);

        assertThat(bodySeen()).isNull();
        assertThat(said()).isEqualTo("415 MEDIA_TYPE " + ID);
    }

    @Test
    void noBodyNeedsNoType() throws Exception {
        assertThat(bodySeen()).isEmpty();
    }

    @Test
    void offTheDoorsPathsAnyTypeIsReadButNotAnyLength() throws Exception {
        request.setRequestURI("/i/token");
        request.setContentType("application/x-www-form-urlencoded");
        request.setContent(new byte[10]);
        assertThat(bodySeen()).hasSize(10);

        request.setContent(new byte[11]);

        assertThat(bodySeen()).isNull();
        assertThat(response.getStatus()).isEqualTo(413);
    }

    private void throughErrors(FilterChain chain) throws Exception {
        new ErrorFilter(doors).doFilter(request, response, chain);
    }

    private boolean passesNames() throws Exception {
        var passed = new AtomicReference<>(false);
        new ReservedNamesFilter(doors).doFilter(request, response, (a, b) -> passed.set(true));
        return passed.get();
    }

    private byte[] bodySeen() throws Exception {
        var seen = new AtomicReference<byte[]>();
        FilterChain chain = (read, b) -> seen.set(read.getInputStream().readAllBytes());
        new BodyFilter(doors, bodies, bodies).doFilter(request, response, chain);
        return seen.get();
    }

    private byte[] chunked(byte[] body) throws Exception {
        request.setContent(body);
        request.removeHeader("Transfer-Encoding");
        request.addHeader("Transfer-Encoding", "chunked");
        var seen = new AtomicReference<byte[]>();
        FilterChain chain = (read, b) -> {
            assertThat(((HttpServletRequest) read).getContentLengthLong()).isEqualTo(body.length);
            seen.set(read.getInputStream().readAllBytes());
        };
        new BodyFilter(doors, bodies, bodies).doFilter(new Unmeasured(request), response, chain);
        return seen.get();
    }

    private String said() throws Exception {
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        return response.getStatus() + " " + response.getContentAsString();
    }

    /** A request whose length the server does not know. */
    private static final class Unmeasured extends jakarta.servlet.http.HttpServletRequestWrapper {

        Unmeasured(HttpServletRequest request) {
            super(request);
        }

        @Override
        public long getContentLengthLong() {
            return -1;
        }
    }

    /** Covers what MobilePay does and answers with the refusal's name. */
    private static final class TestDoor implements Door {

        @Override
        public boolean covers(String path) {
            return path.startsWith("/api/v1/");
        }

        @Override
        public boolean reads(String mediaType) {
            return mediaType.startsWith("application/json");
        }

        @Override
        public Answer refuse(Refusal refusal, String correlationId) {
            var body = (refusal + " " + correlationId).getBytes(StandardCharsets.UTF_8);
            return new Answer(refusal.status(), "text/plain", body, java.util.Map.of());
        }
    }
}
