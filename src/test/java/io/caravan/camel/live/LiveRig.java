package io.caravan.camel.live;

import io.caravan.camel.rules.Surroundings;
import io.caravan.core.route.RouteCondition;
import io.caravan.core.route.RouteStanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A folder of routes, a context that runs them, and hands that edit them; each look at the folder is the test's. */
final class LiveRig implements AutoCloseable {

    /** What routes call: it remembers all that it was given. */
    public static final class Ear {

        final List<String> heard = new CopyOnWriteArrayList<>();
        private final CountDownLatch deaf = new CountDownLatch(1);
        private volatile boolean isDeaf;

        boolean isDeaf() {
            return isDeaf;
        }

        void wake() {
            deaf.countDown();
        }

        public void hear(Object what) {
            heard.add(String.valueOf(what));
        }

        /** Hears nothing else until it is let go, not even that it is to stop. */
        public void listenOnly() {
            isDeaf = true;
            while (deaf.getCount() > 0) {
                try {
                    deaf.await();
                } catch (InterruptedException e) {
                    continue;
                }
            }
        }
    }

    final DefaultCamelContext camel = new DefaultCamelContext();
    final Ear ear = new Ear();
    final Path folder;
    private LiveRoutes routes;

    LiveRig(Path folder) throws IOException {
        this.folder = folder;
        camel.disableJMX();
        camel.getComponent("direct", DirectComponent.class).setBlock(false);
        camel.getRegistry().bind("ear", ear);
        for (var name : List.of("channel", "workflow", "job", "callback", "api", "config")) {
            Files.createDirectories(folder.resolve(name));
        }
    }

    LiveRig with(String broker) {
        camel.getRegistry().bind("connectionFactory", new ActiveMQConnectionFactory(broker));
        return this;
    }

    LiveRig start() throws Exception {
        return start(true, Duration.ofSeconds(20));
    }

    LiveRig start(boolean swaps, Duration patience) throws Exception {
        var surroundings = new Surroundings() {
            @Override
            public Optional<Class<?>> bean(String name) {
                return name.equals("ear") ? Optional.of(Ear.class) : Optional.empty();
            }

            @Override
            public Optional<String> setting(String name) {
                return Optional.ofNullable(Map.of("caravan.known", "well").get(name));
            }
        };
        var check = new RouteCheck(surroundings, List.of(), new RouteTrial(camel, surroundings::setting));
        routes = new LiveRoutes(new RouteFolder(folder), check, new RouteSwap(camel, patience), swaps);
        try (Stream<Path> files = Files.walk(folder)) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(files.filter(file -> file.toString().endsWith(".camel.yaml"))
                            .map(LiveRig::resource)
                            .toArray(Resource[]::new));
        }
        camel.start();
        return this;
    }

    private static Resource resource(Path file) {
        try {
            return ResourceHelper.fromString(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks until nothing is being written any more. */
    boolean look() {
        return lookOnce() | lookOnce();
    }

    boolean lookOnce() {
        try {
            return routes.look();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file in place. */
    Path write(String path, String text) throws IOException {
        return Files.writeString(folder.resolve(path), text);
    }

    void delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
    }

    void move(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A route that hands what it gets to the ear, with something said before. */
    String hearing(String id, String group, String from, String saying) {
        return """
                - route:
                    id: %1$s
                    group: %2$s
                    description: Hands what comes to whoever listens
                    note: Stop this route and nobody hears anything.
                    from:
                      id: from-%1$s
                      uri: %3$s
                      steps:
                        - setBody:
                            id: say-%1$s
                            expression:
                              simple:
                                expression: %4$s ${body}
                        - bean:
                            id: hear-%1$s
                            ref: ear
                            method: hear(${body})
                """
                .formatted(id, group, from, saying);
    }

    void send(String endpoint, Object body) {
        try (var template = camel.createProducerTemplate()) {
            template.sendBody(endpoint, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RouteStanding standing(String path) {
        return routes.standings().stream()
                .filter(standing -> standing.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    RouteCondition condition(String path) {
        return standing(path).condition();
    }

    List<RouteStanding> standings() {
        return routes.standings();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
