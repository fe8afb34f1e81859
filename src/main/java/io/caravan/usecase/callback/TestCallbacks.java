package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackLog;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.LoggedCallback;
import io.caravan.core.callback.Replays;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.List;

/** Sends a test to each endpoint of a merchant that hears of more than single subjects, as any callback goes. */
public class TestCallbacks {

    private final CallbackLog log;
    private final Replays replays;
    private final Clock clock;

    public TestCallbacks(CallbackLog log, Replays replays, Clock clock) {
        this.log = log;
        this.replays = replays;
        this.clock = clock;
    }

    /** @throws Problem ENDPOINT_MISSING */
    public List<LoggedCallback> test(MerchantId merchant) {
        var tests = replays.putTests(merchant, clock.instant());
        if (tests.isEmpty()) {
            throw Problem.of(ProblemCode.ENDPOINT_MISSING, merchant);
        }
        return tests.stream()
                .flatMap(id -> log.find(merchant, DeliveryId.of(id)).stream())
                .toList();
    }
}
