package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.callback.CallbackSecrets;
import io.caravan.core.callback.RotatedSecret;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Gives a merchant a new callback secret. The one before it signs as well for a day. */
public class RotateCallbackSecret {

    private static final Duration OVERLAP = Duration.ofHours(24);

    /** So that headers stay short. */
    private static final int MOST_OLD = 4;

    private final CallbackSecrets secrets;
    private final Clock realTime;

    public RotateCallbackSecret(CallbackSecrets secrets, Clock realTime) {
        this.secrets = secrets;
        this.realTime = realTime;
    }

    /** @throws Problem SECRETS_CHANGED_TOO_OFTEN */
    public RotatedSecret rotate(MerchantId merchant) {
        var now = realTime.instant();
        secrets.hold(merchant);
        if (secrets.signing(merchant, now) >= MOST_OLD) {
            throw Problem.of(ProblemCode.SECRETS_CHANGED_TOO_OFTEN, merchant);
        }
        var secret = CallbackSecret.random();
        var until = now.plus(OVERLAP).truncatedTo(ChronoUnit.SECONDS);
        secrets.replace(merchant, secret, now, until);
        return new RotatedSecret(secret, until);
    }
}
