package io.caravan.camel;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes failures that nobody foresaw to the log, from where people find them by the correlation id of the answer. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Writes down why the route failed. */
    public void log(Exchange exchange) {
        LOG.error(
                "Route {} failed, correlation id {}",
                exchange.getProperty(Exchange.FAILURE_ROUTE_ID),
                exchange.getProperty(Exchanges.CORRELATION_ID),
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }
}
