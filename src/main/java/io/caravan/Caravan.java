package io.caravan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Caravan {

    public static void main(String[] args) {
        if (SetupRun.isMeant(args)) {
            System.exit(new SetupRun(System.in, System.out, System.err).run(args));
        }
        SpringApplication.run(Caravan.class, args);
    }
}
