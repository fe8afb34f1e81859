package io.caravan.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.servlet.ServletEndpoint;
import org.apache.camel.http.common.HttpConsumer;
import org.apache.camel.http.common.HttpRestServletResolveConsumerStrategy;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PathPrefixesTests {

    private static final DefaultCamelContext CAMEL = new DefaultCamelContext();

    private final HttpRestServletResolveConsumerStrategy camels = new HttpRestServletResolveConsumerStrategy();
    private final PathPrefixes ours = new PathPrefixes();
    private final Map<String, HttpConsumer> consumers = new HashMap<>();

    @BeforeEach
    void readEndpoints() throws Exception {
        for (var line : Files.readAllLines(Path.of("src/test/resources/endpoints.csv"))) {
            var fields = line.split(",");
            if (fields[1].startsWith("/")) {
                add(fields[0], fields[1]);
            }
        }
    }

    @AfterAll
    static void close() throws Exception {
        CAMEL.close();
    }

    @Test
    void eachRequestFindsTheRouteThatCamelFinds() {
        assertThat(consumers).hasSizeGreaterThan(100);
        for (var consumer : List.copyOf(consumers.values())) {
            var path = consumer.getPath().replaceAll("\\{[^}]+}", "9f3C");
            for (var asked : List.of(
                    path,
                    path + "/",
                    path + "//",
                    "/" + path,
                    path.toUpperCase(java.util.Locale.ROOT),
                    path + "/more",
                    path.substring(0, path.lastIndexOf('/')),
                    path.replaceFirst("(.)/", "$1//"),
                    "",
                    "/")) {
                for (var method : List.of("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH")) {
                    assertThat(found(ours, method, asked))
                            .as(method + " " + asked)
                            .isEqualTo(found(camels, method, asked));
                }
            }
        }
    }

    @Test
    void aRouteThatComesLaterIsFoundAndOneThatHasGoneIsNot() throws Exception {
        assertThat(found(ours, "GET", "/late/one")).isNull();

        var key = add("GET", "/late/{id}");
        assertThat(found(ours, "GET", "/late/one")).isSameAs(consumers.get(key));

        consumers.remove(key);
        assertThat(found(ours, "GET", "/late/one")).isNull();
    }

    private HttpConsumer found(HttpRestServletResolveConsumerStrategy way, String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.setPathInfo(path);
        return way.resolve(request, consumers);
    }

    private String add(String method, String path) throws Exception {
        var uri = "servlet:" + path + "?httpMethodRestrict=" + method;
        var consumer = new HttpConsumer(CAMEL.getEndpoint(uri, ServletEndpoint.class), exchange -> {});
        consumers.put(uri, consumer);
        return uri;
    }
}
