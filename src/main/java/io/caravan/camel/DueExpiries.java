package io.caravan.camel;

import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what is over, batch by batch; in a batch that fails, each is tried alone. */
public final class DueExpiries {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.jobs");

    private final String kind;
    private final int batch;
    private final IntPredicate expire;
    private final Runnable setAside;

    /**
     * @param kind of what is over, for people
     * @param expire ends so many, those first that were over first, and answers whether there may be more
     * @param setAside puts off what would be the next to end
     */
    public DueExpiries(String kind, int batch, IntPredicate expire, Runnable setAside) {
        this.kind = kind;
        this.batch = batch;
        this.expire = expire;
        this.setAside = setAside;
    }

    /** Ends a batch and answers whether there may be more. */
    public boolean expire() {
        try {
            return expire.test(batch);
        } catch (RuntimeException e) {
            if (Setback.ofAll(e) || Setback.passing(e)) {
                throw e;
            }
            return expireOneByOne();
        }
    }

    private boolean expireOneByOne() {
        var more = true;
        for (int i = 0; i < batch && more; i++) {
            more = expireNext();
        }
        return more;
    }

    private boolean expireNext() {
        try {
            return expire.test(1);
        } catch (RuntimeException e) {
            if (Setback.ofAll(e) || Setback.passing(e)) {
                throw e;
            }
            LOG.error("This {} cannot expire and is set aside", kind, e);
            setAside.run();
            return true;
        }
    }
}
