package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackLog;
import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.callback.OwnCallback;
import io.caravan.core.callback.ReplayRequest;
import io.caravan.core.id.Uuids;
import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import io.caravan.core.ops.DeadLetterBox;
import io.caravan.core.ops.ReplayOrder;
import io.caravan.core.ops.ReplayTarget;
import java.time.Clock;
import java.util.Optional;

/** Sends once more what was given up, on an operator's word. What is on its way already is left alone. */
public class OrderReplay {

    /** Notices of a channel that go at a time: a gateway that has just come back is not to be flooded. */
    static final int MOST_NOTICES = 500;

    private final DeadLetterBox box;
    private final CallbackLog log;
    private final ReplayCallback replayCallback;
    private final RequestReplay requestReplay;
    private final Acts acts;
    private final Clock realTime;

    /** The two others work within the transaction of this one. */
    public OrderReplay(
            DeadLetterBox box,
            CallbackLog log,
            ReplayCallback replayCallback,
            RequestReplay requestReplay,
            Acts acts,
            Clock realTime) {
        this.box = box;
        this.log = log;
        this.replayCallback = replayCallback;
        this.requestReplay = requestReplay;
        this.acts = acts;
        this.realTime = realTime;
    }

    /**
     * What was done; empty if there was nothing to send.
     *
     * @throws IllegalArgumentException if there is nothing of this name
     * @throws io.caravan.core.problem.Problem ENDPOINT_MISSING
     */
    public Optional<Act> order(ReplayOrder order) {
        var target = order.target();
        long count = send(target);
        if (count == 0) {
            return Optional.empty();
        }
        var act = Act.of(kind(target), order.operator(), target.text(), "Sent " + count, realTime.instant());
        acts.add(act);
        return Optional.of(act);
    }

    private long send(ReplayTarget target) {
        return switch (target.kind()) {
            case CALLBACK -> {
                var id = PreviewReplay.delivery(target);
                var merchant = log.owner(id).orElseThrow(() -> PreviewReplay.unknown(target));
                yield replayCallback.replay(new OwnCallback(merchant, id));
            }
            case MERCHANT ->
                requestReplay.request(new ReplayRequest(
                        PreviewReplay.merchant(target),
                        Optional.of(CallbackStatus.DEAD),
                        Optional.empty(),
                        Optional.empty()));
            case NOTICE ->
                box.resend(
                        Uuids.parse(target.name()).orElseThrow(() -> PreviewReplay.unknown(target)),
                        realTime.instant());
            case CHANNEL -> box.resend(PreviewReplay.channel(target), MOST_NOTICES, realTime.instant());
        };
    }

    private static ActKind kind(ReplayTarget target) {
        return switch (target.kind()) {
            case CALLBACK -> ActKind.REPLAY_CALLBACK;
            case MERCHANT -> ActKind.REPLAY_DEAD_CALLBACKS;
            case NOTICE -> ActKind.RESEND_NOTICE;
            case CHANNEL -> ActKind.RESEND_NOTICES;
        };
    }
}
