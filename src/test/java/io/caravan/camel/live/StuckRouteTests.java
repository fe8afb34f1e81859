package io.caravan.camel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.core.route.RouteCondition;
import io.caravan.support.ExternalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes with messages on their way, from a real broker. */
class StuckRouteTests {

    @TempDir
    Path temp;

    @Test
    void whatDoesNotEndInTimeGoesBackToItsQueueAndIsWorkedOnByTheNewRoute() throws Exception {
        try (var broker = new ExternalBroker(temp.resolve("broker"));
                var rig = new LiveRig(temp.resolve("routes")).with(broker.uri())) {
            rig.write("channel/slow.camel.yaml", slow());
            rig.start(true, Duration.ofSeconds(1));
            rig.send("jms:queue:channel.slow", "one");
            await().until(() -> rig.ear.heard.contains("begun one"));

            rig.write("channel/slow.camel.yaml", rig.hearing("slow", "channel", "jms:queue:channel.slow", "new"));
            rig.look();

            await().until(() -> rig.ear.heard.contains("new one"));
            assertThat(rig.ear.heard).containsExactly("begun one", "new one");
            assertThat(rig.condition("channel/slow.camel.yaml")).isEqualTo(RouteCondition.RUNS);
        }
    }

    @Test
    void whatCannotBeBrokenOffIsWaitedForAndEverybodyCanSeeThat() throws Exception {
        try (var broker = new ExternalBroker(temp.resolve("broker"));
                var rig = new LiveRig(temp.resolve("routes")).with(broker.uri())) {
            rig.write("channel/slow.camel.yaml", slow().replace("hear('begun ${body}')", "listenOnly"));
            rig.start(true, Duration.ofSeconds(1));
            rig.send("jms:queue:channel.slow", "one");
            await().until(rig.ear::isDeaf);

            rig.write("channel/slow.camel.yaml", rig.hearing("slow", "channel", "jms:queue:channel.slow", "new"));
            var look = CompletableFuture.supplyAsync(rig::look);
            await().until(() -> rig.condition("channel/slow.camel.yaml") == RouteCondition.SWAPS);
            rig.ear.wake();

            assertThat(look.get(10, TimeUnit.MINUTES)).isTrue();
            await().until(() -> rig.ear.heard.contains("new one"));
            assertThat(rig.ear.heard).containsExactly("new one");
        }
    }

    private static String slow() {
        return """
                - route:
                    id: slow
                    group: channel
                    description: Takes ten minutes for each message
                    note: Stop this route and nobody hears anything.
                    from:
                      id: from-slow
                      uri: jms
                      parameters:
                        destinationName: channel.slow
                        transacted: true
                        lazyCreateTransactionManager: false
                      steps:
                        - bean:
                            id: begin-slow
                            ref: ear
                            method: hear('begun ${body}')
                        - delay:
                            id: wait-slow
                            expression:
                              constant:
                                expression: "600000"
                        - bean:
                            id: hear-slow
                            ref: ear
                            method: hear('ended ${body}')
                """;
    }
}
