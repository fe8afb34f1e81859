package io.caravan.camel;

import io.caravan.usecase.ExpireInvoices;
import io.caravan.usecase.SetExpiryAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Expires invoices whose time is over, batch by batch; in a batch that fails, each is tried alone. */
public final class DueExpiries {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.jobs");

    private static final int BATCH = 1000;

    private final ExpireInvoices expireInvoices;
    private final SetExpiryAside setExpiryAside;

    public DueExpiries(ExpireInvoices expireInvoices, SetExpiryAside setExpiryAside) {
        this.expireInvoices = expireInvoices;
        this.setExpiryAside = setExpiryAside;
    }

    /** Expires a batch and answers whether there may be more. */
    public boolean expire() {
        try {
            return expireInvoices.expire(BATCH);
        } catch (RuntimeException e) {
            if (Setback.ofAll(e) || Setback.passing(e)) {
                throw e;
            }
            return expireOneByOne();
        }
    }

    private boolean expireOneByOne() {
        var more = true;
        for (int i = 0; i < BATCH && more; i++) {
            more = expireNext();
        }
        return more;
    }

    private boolean expireNext() {
        try {
            return expireInvoices.expire(1);
        } catch (RuntimeException e) {
            if (Setback.ofAll(e) || Setback.passing(e)) {
                throw e;
            }
            LOG.error("An invoice cannot expire and is set aside", e);
            setExpiryAside.setAside();
            return true;
        }
    }
}
