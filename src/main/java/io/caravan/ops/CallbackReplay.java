package io.caravan.ops;

import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.ReplayRequest;
import io.caravan.core.merchant.MerchantId;
import io.caravan.usecase.FindCallbackOwner;
import io.caravan.usecase.ReplayCallback;
import io.caravan.usecase.RequestReplay;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;

/** By which operators have callbacks sent once more. */
@ManagedResource(objectName = "caravan:type=CallbackReplay", description = "Sends callbacks once more")
public final class CallbackReplay {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.callbacks");

    private final FindCallbackOwner findCallbackOwner;
    private final ReplayCallback replayCallback;
    private final RequestReplay requestReplay;

    public CallbackReplay(
            FindCallbackOwner findCallbackOwner, ReplayCallback replayCallback, RequestReplay requestReplay) {
        this.findCallbackOwner = findCallbackOwner;
        this.replayCallback = replayCallback;
        this.requestReplay = requestReplay;
    }

    /** Answers how many callbacks are sent; none if they are on their way already. */
    @ManagedOperation(description = "Sends a callback, or each of a group, once more")
    @ManagedOperationParameter(name = "id", description = "the webhook-id, msg_...")
    public long replay(String id) {
        var own = DeliveryId.parse(id)
                .flatMap(findCallbackOwner::find)
                .orElseThrow(() -> new IllegalArgumentException("There is no such callback"));
        long replayed = replayCallback.replay(own);
        LOG.info("An operator replays {} callbacks of delivery {}", replayed, id);
        return replayed;
    }

    /** Answers how many callbacks will be sent. */
    @ManagedOperation(description = "Sends all callbacks of a merchant once more that were given up")
    @ManagedOperationParameter(name = "merchantId", description = "the merchant's id, a UUID")
    public long replayDead(String merchantId) {
        var merchant = MerchantId.parse(merchantId)
                .orElseThrow(() -> new IllegalArgumentException("There is no such merchant"));
        long replayed = requestReplay.request(
                new ReplayRequest(merchant, Optional.of(CallbackStatus.DEAD), Optional.empty(), Optional.empty()));
        LOG.info("An operator replays {} dead callbacks of merchant {}", replayed, merchant);
        return replayed;
    }
}
