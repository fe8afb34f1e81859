package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackLog;
import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.callback.LoggedCallback;
import io.caravan.core.callback.OwnCallback;
import io.caravan.core.callback.Replays;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;

/** Sends a callback, or each of a group, once more. One that is on its way already is left alone. */
public class ReplayCallback {

    private final CallbackLog log;
    private final Replays replays;
    private final Clock businessTime;
    private final Clock realTime;

    public ReplayCallback(CallbackLog log, Replays replays, Clock businessTime, Clock realTime) {
        this.log = log;
        this.replays = replays;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /**
     * Answers how many are sent.
     *
     * @throws Problem CALLBACK_UNKNOWN, or ENDPOINT_MISSING if it is held or dead and there is no endpoint for it
     */
    public long replay(OwnCallback own) {
        var callbacks = log.find(own.merchant(), own.id());
        if (callbacks.isEmpty()) {
            throw Problem.of(ProblemCode.CALLBACK_UNKNOWN, own.id());
        }
        var realNow = realTime.instant();
        int put = replays.put(
                own.merchant(),
                callbacks.stream().map(LoggedCallback::id).toList(),
                businessTime.instant(),
                realNow,
                realNow);
        if (put == 0 && log.find(own.merchant(), own.id()).stream().allMatch(ReplayCallback::isUndelivered)) {
            throw Problem.of(ProblemCode.ENDPOINT_MISSING, own.id());
        }
        return put;
    }

    private static boolean isUndelivered(LoggedCallback callback) {
        return callback.status() == CallbackStatus.HELD || callback.status() == CallbackStatus.DEAD;
    }
}
