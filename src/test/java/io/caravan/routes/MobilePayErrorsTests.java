package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.camel.Answers;
import io.caravan.camel.Exchanges;
import io.caravan.camel.Failures;
import io.caravan.core.dialect.Answer;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.dialect.mobilepay.MobilePay;
import io.caravan.support.TestPages;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a caller of a MobilePay route gets when a step fails. */
class MobilePayErrorsTests {

    private final CamelContext camel = new DefaultCamelContext();

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void everyFailureBecomesAnAnswer() throws Exception {
        start(new MobilePay("http://localhost", TestPages.LINKS, 10));

        assertAnswer(InvalidInput.of("TotalAmount", "is required"), 400, "InputError");
        assertAnswer(new Forbidden(), 403, "InputError");
        assertAnswer(Problem.of(ProblemCode.INVOICE_UNKNOWN, "x"), 404, "DomainError");
        assertAnswer(Problem.of(ProblemCode.INVOICE_EXISTS, "x"), 409, "DomainError");
        assertAnswer(new IllegalStateException("inside"), 500, "ServerError");
        assertAnswer(new StackOverflowError("inside"), 500, "ServerError");
    }

    @Test
    void aFailureOfWhichNothingCanBeSaidStaysAFailure() throws Exception {
        start(new Speechless());

        assertThat(call(new IllegalStateException("inside")).isFailed()).isTrue();
        assertThat(call(new Forbidden()).isFailed()).isTrue();
    }

    private void assertAnswer(Throwable failure, int status, String error) {
        var exchange = call(failure);

        assertThat(exchange.isFailed()).isFalse();
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(status);
        assertThat(exchange.getMessage().getHeader("Authorization")).isNull();
        assertThat(new String(exchange.getMessage().getBody(byte[].class), StandardCharsets.UTF_8))
                .contains("\"error\":\"" + error + "\"", "\"correlation_id\":\"8c15\"")
                .doesNotContain("inside");
    }

    private Exchange call(Throwable failure) {
        return camel.createFluentProducerTemplate()
                .withProcessor(exchange -> {
                    exchange.setProperty(Exchanges.CORRELATION_ID, "8c15");
                    exchange.getMessage().setHeader("Authorization", "secret");
                    exchange.getMessage().setBody(failure);
                })
                .to("direct:failing")
                .send();
    }

    private void start(Object mobilePay) throws Exception {
        camel.getRegistry().bind("mobilePay", mobilePay);
        camel.getRegistry().bind("answers", new Answers());
        camel.getRegistry().bind("failures", new Failures());
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(
                        camel, "file:routes/config/mobilepay-errors.camel.yaml"));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:failing").routeConfigurationId("mobilepay-errors").bean(new Failing(), "fail");
            }
        });
        camel.start();
    }

    /** A step that fails as it is told. */
    public static final class Failing {

        public void fail(Throwable failure) throws Throwable {
            throw failure;
        }
    }

    /** A dialect that fails itself. */
    public static final class Speechless {

        public Answer showFailure(Throwable reason, String correlationId) {
            throw new IllegalStateException("no words");
        }
    }
}
