package io.caravan.usecase.ops;

import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import java.time.Clock;

/** Writes down what an operator is about to do to Camel, before it is done: Camel is no part of a transaction. */
public class NoteCamelCall {

    private final Acts acts;
    private final Clock realTime;

    public NoteCamelCall(Acts acts, Clock realTime) {
        this.acts = acts;
        this.realTime = realTime;
    }

    /**
     * @param subject what it is done to, such as {@code routes job-erase}
     * @param call such as {@code stop}
     */
    public void note(String operator, String subject, String call) {
        acts.add(Act.of(ActKind.CALL_CAMEL, operator, subject, call, realTime.instant()));
    }
}
