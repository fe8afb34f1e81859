package io.caravan;

import io.caravan.web.Bodies;
import io.caravan.web.CrowdFilter;
import io.caravan.web.Doors;
import io.caravan.web.FailedCredentials;
import io.caravan.web.LargeBodyFilter;
import io.caravan.web.MerchantLimitFilter;
import io.caravan.web.OpeningFilter;
import io.caravan.web.PasswordLimitFilter;
import io.caravan.web.Throttle;
import io.caravan.web.TokenDoor;
import io.caravan.web.TokenLimitFilter;
import io.caravan.web.UnreadBodies;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much comes in: requests at once, requests of one merchant, credentials that are tried, and bytes. */
@Configuration(proxyBeanMethods = false)
class LimitWiring {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** What is left of a refused body is thrown away up to this size, within this time. */
    private static final long LEFT_OVER = 32 << 20;

    private static final Duration LEFT_OVER_TIME = Duration.ofSeconds(2);

    /** Threads that may wait for it. */
    private static final int LEFT_OVER_THREADS = 16;

    /** Bytes of a body that counts as large. */
    private static final int LARGE = 1 << 20;

    /** All large bodies together have this part of the heap: what is made of them takes several times as much. */
    private static final int PART_OF_HEAP = 32;

    /** What a large body may wait for its turn. */
    private static final Duration WAIT = Duration.ofSeconds(60);

    @Bean
    Drain drain(DoorProperties door) {
        return new Drain(door.drain());
    }

    @Bean
    TokenDoor tokenDoor() {
        return new TokenDoor();
    }

    @Bean
    Bodies callersBodies(DoorProperties door) {
        return bodies(door, door.requestsAtOnce() - door.strangers());
    }

    @Bean
    Bodies strangersBodies(DoorProperties door) {
        return bodies(door, door.strangers());
    }

    private static Bodies bodies(DoorProperties door, int places) {
        return new Bodies(Math.toIntExact(door.largestBody().toBytes()), door.bodyTime(), places, System::nanoTime);
    }

    @Bean
    FailedCredentials failedCredentials(DoorProperties door) {
        return new FailedCredentials(
                new Throttle(door.failuresPerMinute(), MINUTE, door.failuresPerMinute(), System::nanoTime));
    }

    @Bean
    Opening opening() {
        return new Opening();
    }

    @Bean
    FilterRegistrationBean<OpeningFilter> openingFilter(Doors doors, Opening opening) {
        return at(DoorWiring.FIRST + 3, new OpeningFilter(doors, opening));
    }

    @Bean
    FilterRegistrationBean<CrowdFilter> crowdFilter(Doors doors, DoorProperties door) {
        return at(DoorWiring.FIRST + 3, new CrowdFilter(doors, door.requestsAtOnce()));
    }

    @Bean
    FilterRegistrationBean<TokenLimitFilter> tokenLimitFilter(
            Doors doors, Bodies strangersBodies, FailedCredentials failures, DoorProperties door) {
        var tokens = new Throttle(door.tokensPerMinute(), MINUTE, door.tokensPerMinute(), System::nanoTime);
        var registration = at(DoorWiring.FIRST + 4, new TokenLimitFilter(doors, strangersBodies, tokens, failures));
        registration.addUrlPatterns("/oauth2/token");
        return registration;
    }

    /** Counted apart from other credentials: a gateway and its neighbours may come from one address. */
    @Bean
    FilterRegistrationBean<PasswordLimitFilter> passwordLimitFilter(Doors doors, DoorProperties door) {
        var wrong = new Throttle(door.failuresPerMinute(), MINUTE, door.failuresPerMinute(), System::nanoTime);
        return at(DoorWiring.FIRST + 4, new PasswordLimitFilter(doors, new FailedCredentials(wrong)));
    }

    @Bean
    FilterRegistrationBean<MerchantLimitFilter> merchantLimitFilter(Doors doors, DoorProperties door) {
        var requests = new Throttle(door.requestsPerSecond(), SECOND, door.burst(), System::nanoTime);
        return at(SecurityProperties.DEFAULT_FILTER_ORDER + 1, new MerchantLimitFilter(doors, requests));
    }

    @Bean
    FilterRegistrationBean<LargeBodyFilter> largeBodyFilter(Doors doors, DoorProperties door, ServerProperties server) {
        int largest = Math.toIntExact(door.largestBody().toBytes());
        int bytes = (int) Math.min(Runtime.getRuntime().maxMemory() / PART_OF_HEAP, 1 << 30);
        int line = Math.max(1, server.getTomcat().getThreads().getMax() / 4);
        var room = new LargeBodyFilter.Room(LARGE, largest, Math.max(bytes, largest), line, WAIT);
        return at(SecurityProperties.DEFAULT_FILTER_ORDER + 2, new LargeBodyFilter(doors, room));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadBodies() {
        return server -> {
            server.addEngineValves(new UnreadBodies(LEFT_OVER, LEFT_OVER_TIME, LEFT_OVER_THREADS, System::nanoTime));
            server.addConnectorCustomizers(LimitWiring::asksForBodiesItReads);
        };
    }

    /** Callers who ask before they send a body (Expect: 100-continue) are told to when it is read, and not at once. */
    private static void asksForBodiesItReads(Connector connector) {
        ((AbstractHttp11Protocol<?>) connector.getProtocolHandler())
                .setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
    }

    private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> at(int order, T filter) {
        var registration = new FilterRegistrationBean<T>(filter);
        registration.setOrder(order);
        return registration;
    }
}
