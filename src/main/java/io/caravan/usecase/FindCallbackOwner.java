package io.caravan.usecase;

import io.caravan.core.callback.CallbackLog;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.OwnCallback;
import java.util.Optional;

/** Finds whose a callback is, for operators, who know ids only. */
public class FindCallbackOwner {

    private final CallbackLog log;

    public FindCallbackOwner(CallbackLog log) {
        this.log = log;
    }

    public Optional<OwnCallback> find(DeliveryId id) {
        return log.owner(id).map(merchant -> new OwnCallback(merchant, id));
    }
}
