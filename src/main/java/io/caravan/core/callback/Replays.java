package io.caravan.core.callback;

import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Callbacks that are sent once more, each in a delivery of its own. Those of a subject go in the order of its events,
 * and new events of other subjects go first.
 */
public interface Replays {

    /**
     * Puts those of the callbacks in line that are not in line already, are not put there since {@code askedAt}, and have
     * an endpoint. Those of a sales unit that were held, or whose registration is gone, go to each registration that wants
     * such events and has not got that event.
     *
     * @param now in business time
     * @param realNow kept as the time of the replay
     * @return how many are sent
     */
    int put(MerchantId merchant, Collection<UUID> callbacks, Instant now, Instant askedAt, Instant realNow);

    /**
     * Puts a test in line for each endpoint of the merchant, but for those that hear of single subjects; answers the
     * callbacks.
     */
    List<UUID> putTests(MerchantId merchant, Instant now);

    /** How many callbacks the replay would send now. */
    long count(Replay replay);

    /** Stores the wish, to be worked off bit by bit. */
    void add(Replay replay);

    /** How many of the merchant's wishes are not worked off yet. */
    int open(MerchantId merchant);

    /** A wish that is worked off, and how far it has come. */
    record Started(Replay replay, Optional<CallbackPlace> after) {}

    /** Locks a wish that nobody has locked, the one left alone for longest. */
    Optional<Started> next();

    /** The first callbacks of what is left of the wish, in the order of their times. */
    List<CallbackPlace> remaining(Started replay, int limit);

    /** The wish, which is locked, has come as far as this. */
    void advance(Replay replay, CallbackPlace after, Instant realNow);

    /** Nothing is left of the wish. */
    void remove(Replay replay);
}
