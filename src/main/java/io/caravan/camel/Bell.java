package io.caravan.camel;

import java.util.function.Supplier;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;

/** Wakes the route that waits at an endpoint. Ringing before the routes run is of no use and no harm. */
public final class Bell implements Runnable {

    private final Supplier<ProducerTemplate> producer;
    private final String endpoint;

    public Bell(Supplier<ProducerTemplate> producer, String endpoint) {
        this.producer = producer;
        this.endpoint = endpoint;
    }

    @Override
    public void run() {
        var template = producer.get();
        if (template.getCamelContext().isStarted()) {
            try {
                template.sendBody(endpoint, "ring");
            } catch (RuntimeCamelException e) {
                // the route is stopping; its sweep finds what is due when it runs again
            }
        }
    }
}
