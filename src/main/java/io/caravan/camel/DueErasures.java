package io.caravan.camel;

import io.caravan.usecase.privacy.ErasePayers;
import io.caravan.usecase.privacy.TakeErasure;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases payers, a batch of one in a transaction: one that fails waits, and holds up no other. */
public final class DueErasures {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.jobs");

    private final TakeErasure takeErasure;
    private final ErasePayers erasePayers;

    public DueErasures(TakeErasure takeErasure, ErasePayers erasePayers) {
        this.takeErasure = takeErasure;
        this.erasePayers = erasePayers;
    }

    /** Works on one and answers whether there may be more to do. */
    public boolean erase() {
        var taken = takeErasure.take();
        taken.ifPresent(this::erase);
        return taken.isPresent();
    }

    private void erase(UUID erasure) {
        try {
            erasePayers.erase(erasure);
        } catch (RuntimeException e) {
            if (Setback.ofAll(e)) {
                throw e;
            }
            LOG.error("Erasure {} fails and is tried again later: {}", erasure, kind(e));
        }
    }

    /** Without its text, which may quote what is to be erased: classes, the state of SQL, and where it came from. */
    private static String kind(Throwable e) {
        var state = e instanceof SQLException sql ? " " + sql.getSQLState() : "";
        var here = e.getClass().getName() + state;
        return e.getCause() == null ? here + origin(e) : here + ", " + kind(e.getCause());
    }

    private static String origin(Throwable e) {
        return Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.caravan."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }
}
