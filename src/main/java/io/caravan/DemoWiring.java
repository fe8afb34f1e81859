package io.caravan;

import io.caravan.sandbox.Demo;
import io.caravan.sandbox.DemoClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The demo, once for each data folder, after the service is up. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@ConditionalOnProperty({"caravan.sandbox.demo", "caravan.mock.local"})
class DemoWiring {

    @Bean
    ApplicationListener<ApplicationReadyEvent> demo(MockProperties mocks, Clock businessTime) {
        var demo = new Demo(new DemoClient(mocks.serviceUrl()), new DemoClient(mocks.url()), businessTime, System.out);
        var played = mocks.folder().resolve("demo-played");
        return ready -> {
            if (!Files.exists(played)) {
                var player = new Thread(() -> play(demo, played), "demo");
                player.setDaemon(true);
                player.start();
            }
        };
    }

    private static void play(Demo demo, Path played) {
        if (demo.play("demo-" + UUID.randomUUID().toString().substring(0, 8))) {
            try {
                Files.createFile(played);
            } catch (IOException e) {
                throw new IllegalStateException("The demo will be played again: " + played + " cannot be written", e);
            }
        }
    }
}
