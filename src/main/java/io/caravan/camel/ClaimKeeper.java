package io.caravan.camel;

import io.caravan.core.notice.Outgoing;
import io.caravan.usecase.notice.RenewClaim;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before each repeated call to a gateway: the notice stays this consumer's. If that is not so any more, or cannot be
 * known, the call is not repeated: the notice's row says who sends it, and when.
 */
public final class ClaimKeeper implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimKeeper.class);
    private static final String ANNOUNCEMENT = "CaravanAnnouncement";

    private final RenewClaim renewClaim;

    public ClaimKeeper(RenewClaim renewClaim) {
        this.renewClaim = renewClaim;
    }

    @Override
    public void process(Exchange exchange) {
        var announcement = exchange.getProperty(ANNOUNCEMENT, Outgoing.class);
        if (announcement != null && !isKept(announcement)) {
            exchange.setRouteStop(true);
        }
    }

    private boolean isKept(Outgoing announcement) {
        try {
            return renewClaim.renew(announcement);
        } catch (RuntimeException e) {
            LOG.warn("A notice is not sent again now, as its row cannot be reached: {}", e.toString());
            return false;
        }
    }
}
