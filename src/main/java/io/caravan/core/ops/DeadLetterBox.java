package io.caravan.core.ops;

import io.caravan.core.callback.DeliveryId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.notice.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What was given up for now. */
public interface DeadLetterBox {

    /** The parked notices after this place, the newest first. */
    List<DeadNotice> notices(Position after, int limit);

    /** The callbacks that were given up after this place, the newest first. */
    List<DeadCallback> callbacks(Position after, int limit);

    /** How many callbacks a replay of those with this name that were given up would send. */
    int countDead(DeliveryId name);

    /** How many callbacks a replay of all that the merchant did not get would send, counted up to a limit. */
    int countDead(MerchantId merchant, int limit);

    /** 1 if the notice is parked. */
    int countParked(UUID notice);

    /** How many notices of the channel are parked, counted up to a limit. */
    int countParked(Channel channel, int limit);

    /** Makes the notice ready again if it is parked; answers how many were. */
    int resend(UUID notice, Instant now);

    /** Makes the oldest parked notices of the channel ready again; answers how many. */
    int resend(Channel channel, int limit, Instant now);
}
