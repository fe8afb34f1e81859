package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackDetails;
import io.caravan.core.callback.CallbackLog;
import io.caravan.core.callback.OwnCallback;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Shows a merchant one of its callbacks with its attempts; of a group, the first. */
public class FindCallback {

    private final CallbackLog log;

    public FindCallback(CallbackLog log) {
        this.log = log;
    }

    public CallbackDetails find(OwnCallback own) {
        var callback = log.find(own.merchant(), own.id()).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.CALLBACK_UNKNOWN, own.id()));
        return new CallbackDetails(callback, log.attempts(own.merchant(), callback));
    }
}
