package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OtherSitesFilterTests {

    private static final String JOLOKIA = "/actuator/jolokia";

    @ParameterizedTest
    @CsvSource({
        ",, true",
        "http://ops.example:8081,, true",
        "http://ops.example:8081, same-origin, true",
        ", none, true",
        "http://evil.example,, false",
        "http://ops.example:80,, false",
        "http://ops.example:8081.evil.example,, false",
        "null,, false",
        "http://ops.example:8081, cross-site, false",
        ", same-site, false",
        ", cross-site, false"
    })
    void onlyOurOwnPagesAndProgramsAct(String origin, String site, boolean passes) throws Exception {
        var request = request("POST", JOLOKIA);
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }

        assertThat(passes(request)).isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                JOLOKIA,
                JOLOKIA + "/",
                JOLOKIA + "/read/java.lang:type=Memory",
                JOLOKIA + "/list",
                "/actuator/hawtio/jolokia/version",
                "/actuator/hawtio/jmx/operations",
                "/actuator/metrics"
            })
    void readingIsForEverybodyWithACredential(String path) throws Exception {
        assertThat(passes(request("GET", path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                JOLOKIA + "/exec/java.lang:type=Memory/gc",
                JOLOKIA + "/write/java.lang:type=Memory/Verbose/true",
                JOLOKIA + "//exec/x/y",
                JOLOKIA + "/EXEC/x/y",
                "/actuator/hawtio/jolokia/exec/x/y"
            })
    void noAddressActs(String path) throws Exception {
        assertThat(passes(request("GET", path))).isFalse();
        assertThat(passes(request("HEAD", path))).isFalse();
    }

    @Test
    void noAddressActsByBeingWrittenInAnotherWay() throws Exception {
        var request = request("GET", JOLOKIA + "/exec/java.lang:type=Memory/gc");
        request.setRequestURI("/actuator/%6Aolokia/%65xec/java.lang:type=Memory/gc");

        assertThat(passes(request)).isFalse();
    }

    @Test
    void noAddressActsByItsParameter() throws Exception {
        var request = request("GET", JOLOKIA);
        request.setParameter("p", "/exec/java.lang:type=Memory/gc");

        assertThat(passes(request)).isFalse();
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path.startsWith(JOLOKIA) ? JOLOKIA : path);
        request.setPathInfo(path.startsWith(JOLOKIA) ? path.substring(JOLOKIA.length()) : null);
        request.addHeader("Host", "ops.example:8081");
        return request;
    }

    private static boolean passes(MockHttpServletRequest request) throws Exception {
        var passed = new AtomicBoolean();
        var response = new MockHttpServletResponse();
        new OtherSitesFilter().doFilter(request, response, (a, b) -> passed.set(true));
        assertThat(response.getStatus()).isEqualTo(passed.get() ? 200 : 403);
        return passed.get();
    }
}
