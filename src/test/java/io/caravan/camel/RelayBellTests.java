package io.caravan.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bell and the queue of a route as workflow routes have it. */
class RelayBellTests {

    private final CamelContext camel = new DefaultCamelContext();
    private final AtomicInteger heard = new AtomicInteger();
    private CountDownLatch mayHear = new CountDownLatch(0);
    private RelayBell bell;

    @BeforeEach
    void start() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:bell?size=4&discardWhenFull=true&purgeWhenStopping=true")
                        .routeId("listener")
                        .process(exchange -> {
                            bell.heard();
                            heard.incrementAndGet();
                            mayHear.await(10, TimeUnit.MINUTES);
                        });
            }
        });
        camel.start();
        bell = new RelayBell(camel.createProducerTemplate(), "seda:bell");
    }

    @AfterEach
    void stop() throws Exception {
        mayHear.countDown();
        camel.close();
    }

    @Test
    void itRingsOnceHoweverOftenItIsRungBeforeItIsHeard() {
        mayHear = new CountDownLatch(1);
        bell.run();
        await().until(() -> heard.get() == 1);

        for (int i = 0; i < 100; i++) {
            bell.run();
        }
        mayHear.countDown();

        await().until(() -> heard.get() == 2);
        bell.run();
        await().until(() -> heard.get() == 3);
    }

    @Test
    void aRouteThatWasStoppedBeforeItHeardHearsTheNextSweep() throws Exception {
        camel.getRouteController().stopRoute("listener");
        bell.run();
        bell.run();
        camel.getRouteController().startRoute("listener");
        camel.getRouteController().stopRoute("listener");
        int before = heard.get();
        camel.getRouteController().startRoute("listener");

        bell.again();

        await().until(() -> heard.get() > before);
    }

    @Test
    void whatNobodyHearsDoesNotHoldAStopUp() throws Exception {
        mayHear = new CountDownLatch(1);
        bell.run();
        await().until(() -> heard.get() == 1);
        for (int i = 0; i < 10; i++) {
            bell.again();
        }
        var stop = new Thread(() -> {
            try {
                camel.getRouteController().stopRoute("listener");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        stop.start();
        mayHear.countDown();

        await().until(() -> !stop.isAlive());

        assertThat(camel.getRouteController().getRouteStatus("listener").isStopped())
                .isTrue();
        assertThat(heard.get()).isLessThan(10);
    }
}
