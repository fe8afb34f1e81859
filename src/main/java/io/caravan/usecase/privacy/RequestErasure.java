package io.caravan.usecase.privacy;

import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import io.caravan.core.privacy.Erasure;
import io.caravan.core.privacy.Erasures;
import io.caravan.core.privacy.PayerRequest;
import java.time.Clock;

/** Takes the wish that a payer be forgotten. It is worked off soon, and remembered until nothing open is left. */
public class RequestErasure {

    private final Erasures erasures;
    private final Acts acts;
    private final Clock realTime;

    public RequestErasure(Erasures erasures, Acts acts, Clock realTime) {
        this.erasures = erasures;
        this.acts = acts;
        this.realTime = realTime;
    }

    public void request(PayerRequest request) {
        var now = realTime.instant();
        var erasure = Erasure.of(request.phone(), request.operator(), now);
        erasures.ask(erasure);
        acts.add(Act.of(ActKind.ERASE_PAYER, request.operator(), "payer " + erasure.hint(), "Asked for", now));
    }
}
