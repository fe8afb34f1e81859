package io.caravan.ops;

import io.caravan.core.ops.Act;
import io.caravan.core.ops.ReplayOrder;
import io.caravan.core.ops.ReplayTarget;
import io.caravan.usecase.callback.OrderReplay;
import io.caravan.usecase.callback.PreviewReplay;
import java.util.function.Supplier;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;

/** By which operators have callbacks and notices sent once more, over JMX. Each is an act, as in the console. */
@ManagedResource(
        objectName = "caravan:type=CallbackReplay",
        description = "Sends callbacks and notices once more that were given up")
public final class CallbackReplay {

    private final PreviewReplay previewReplay;
    private final OrderReplay orderReplay;
    private final Supplier<String> operator;

    /** @param operator the name of whoever calls */
    public CallbackReplay(PreviewReplay previewReplay, OrderReplay orderReplay, Supplier<String> operator) {
        this.previewReplay = previewReplay;
        this.orderReplay = orderReplay;
        this.operator = operator;
    }

    /** Answers how many are counted, for people; sends nothing. */
    @ManagedOperation(description = "Counts what a replay would send, and sends nothing")
    @ManagedOperationParameter(name = "kind", description = "callback, merchant, notice or channel")
    @ManagedOperationParameter(name = "name", description = "an id, or the name of a channel")
    public String preview(String kind, String name) {
        var preview = previewReplay.preview(ReplayTarget.of(kind, name));
        return (preview.more() ? "More than " : "") + preview.count() + " would be sent";
    }

    /** Answers how many are sent, for people. */
    @ManagedOperation(description = "Sends a callback, or each of a group, once more")
    @ManagedOperationParameter(name = "id", description = "the webhook-id, msg_...")
    public String replay(String id) {
        return send(ReplayTarget.Kind.CALLBACK, id);
    }

    /** As above; they go in the background. */
    @ManagedOperation(description = "Sends all callbacks of a merchant once more that were given up")
    @ManagedOperationParameter(name = "merchantId", description = "the merchant's id, a UUID")
    public String replayDead(String merchantId) {
        return send(ReplayTarget.Kind.MERCHANT, merchantId);
    }

    /** As above. */
    @ManagedOperation(description = "Sends a notice that is parked")
    @ManagedOperationParameter(name = "id", description = "the notice's id, a UUID, as its message on the dead queue")
    public String resend(String id) {
        return send(ReplayTarget.Kind.NOTICE, id);
    }

    /** As above. */
    @ManagedOperation(description = "Sends the parked notices of a channel, the oldest 500")
    @ManagedOperationParameter(name = "channel", description = "push or sms")
    public String resendParked(String channel) {
        return send(ReplayTarget.Kind.CHANNEL, channel);
    }

    private String send(ReplayTarget.Kind kind, String name) {
        return orderReplay
                .order(new ReplayOrder(new ReplayTarget(kind, name), operator.get()))
                .map(Act::note)
                .orElse("Sent 0");
    }
}
