package io.caravan.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.problem.Busy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderThreadsTests {

    private final ProviderThreads two = new ProviderThreads(2);
    private final CountDownLatch inside = new CountDownLatch(2);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private ProducerTemplate producer;

    @BeforeEach
    void start() throws Exception {
        camel.getRegistry().bind("two", two);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Busy.class).handled(true).setBody(constant("busy"));
                from("direct:wait")
                        .policy("two")
                        .process(ProviderThreadsTests.this::await)
                        .end()
                        .setBody(constant("done"));
                from("direct:fail")
                        .policy("two")
                        .throwException(new IllegalStateException("broken"))
                        .end();
            }
        });
        camel.start();
        producer = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsRefusedAtOnce() throws Exception {
        var first = enter();
        var second = enter();
        inside.await();

        assertThat(producer.requestBody("direct:wait", "third")).isEqualTo("busy");

        answer.countDown();
        assertThat(first.get(10, TimeUnit.MINUTES)).isEqualTo("done");
        assertThat(second.get(10, TimeUnit.MINUTES)).isEqualTo("done");
        assertThat(two.free()).isEqualTo(2);
        assertThat(producer.requestBody("direct:wait", "fourth")).isEqualTo("done");
    }

    @Test
    void aFailureGivesThePlaceBack() {
        for (int i = 0; i < 3; i++) {
            assertThat(producer.send("direct:fail", exchange -> {}).getException())
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(two.free()).isEqualTo(2);
    }

    private Future<Object> enter() {
        return producer.asyncRequestBody("direct:wait", "in");
    }

    private void await(Exchange exchange) throws InterruptedException {
        inside.countDown();
        answer.await();
    }
}
