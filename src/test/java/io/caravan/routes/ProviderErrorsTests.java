package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.camel.Answers;
import io.caravan.camel.Failures;
import io.caravan.channel.ProviderDoor;
import io.caravan.core.problem.Busy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What providers are told when a webhook of theirs cannot be heard. */
class ProviderErrorsTests {

    /** In the place of the signature and the use case. */
    public static final class Hearing {

        private RuntimeException failure;

        public Optional<String> read(Object body, Object action, Object id, Object timestamp, Object signature) {
            return Optional.of("something");
        }

        public Object showHeard() {
            throw new AssertionError("nothing was heard");
        }

        public void report() {
            throw new AssertionError("nothing was forged");
        }

        public void hear(Object said) {
            throw failure;
        }
    }

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Hearing hearing = new Hearing();

    @BeforeEach
    void start() throws Exception {
        camel.disableJMX();
        camel.getRegistry().bind("pspWebhooks", hearing);
        camel.getRegistry().bind("hearProvider", hearing);
        camel.getRegistry().bind("reportForgery", hearing);
        camel.getRegistry().bind("providerDoor", new ProviderDoor());
        camel.getRegistry().bind("answers", new Answers());
        camel.getRegistry().bind("failures", new Failures());
        load("config/provider-errors.camel.yaml");
        load("api/psp-callback.camel.yaml");
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void whenTooMuchIsUnderWayTheAcquirerIsToldToComeAgain() {
        hearing.failure = new Busy(Duration.ofSeconds(2));

        var answer = hear();

        assertThat(answer.getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("2");
    }

    @Test
    void whatNobodyForesawIsToldWithoutAReason() {
        hearing.failure = new IllegalStateException("inside");

        var answer = hear();

        assertThat(answer.getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(500);
        assertThat(answer.getBody(String.class)).doesNotContain("inside");
    }

    private org.apache.camel.Message hear() {
        return camel.createProducerTemplate()
                .request("direct:psp-hear", exchange -> exchange.getMessage().setBody("{}"))
                .getMessage();
    }

    /** Its routes, without the addresses. */
    private void load(String file) throws Exception {
        var text = Files.readString(Path.of("routes", file));
        var routes = text.substring(text.startsWith("- rest:") ? text.indexOf("- route:") : 0);
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(file, routes));
    }
}
