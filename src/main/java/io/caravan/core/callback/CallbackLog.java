package io.caravan.core.callback;

import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What merchants and operators can see of callbacks, and what of it is forgotten. */
public interface CallbackLog {

    /** The newest of those that are asked for. */
    List<LoggedCallback> find(CallbackQuery query, int limit);

    /** The callback of this id; or all that were put together in the delivery of this id. */
    List<LoggedCallback> find(MerchantId merchant, DeliveryId id);

    /** The attempts for a callback of this merchant, in their order. */
    List<LoggedAttempt> attempts(MerchantId merchant, LoggedCallback callback);

    /** Whose callback or delivery this is. */
    Optional<MerchantId> owner(DeliveryId id);

    /** Forgets what merchants answered to attempts before this time; at most so many, and answers how many. */
    int forgetAnswers(Instant before, int limit);

    /** Forgets callbacks from before this time, with their attempts, but none that is open. As above. */
    int forgetCallbacks(Instant before, int limit);
}
