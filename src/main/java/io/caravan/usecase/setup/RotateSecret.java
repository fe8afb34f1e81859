package io.caravan.usecase.setup;

import io.caravan.core.access.NewSecret;
import io.caravan.core.access.SecretKind;
import io.caravan.core.access.Secrets;
import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.setup.Setups;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes a new secret for somebody who has one. The one before it is good for a while longer. */
public class RotateSecret {

    /** Old callback secrets that sign beside the newest, so that headers stay short. */
    private static final int MOST_SIGNING = 4;

    private final Setups setups;
    private final Secrets secrets;
    private final Acts acts;
    private final Clock realTime;

    public RotateSecret(Setups setups, Secrets secrets, Acts acts, Clock realTime) {
        this.setups = setups;
        this.secrets = secrets;
        this.acts = acts;
        this.realTime = realTime;
    }

    /**
     * The new one; empty if there is no such owner.
     *
     * @param overlap for how long the old one is good; with none at all, nor are those before it
     * @throws Problem SECRETS_CHANGED_TOO_OFTEN
     */
    public Optional<NewSecret> rotate(SecretKind kind, String typed, Duration overlap, String operator) {
        var owner = kind.owner(typed);
        setups.takeTurn();
        if (!secrets.hold(kind, owner)) {
            return Optional.empty();
        }
        var now = realTime.instant();
        secrets.forget(now);
        if (kind == SecretKind.CALLBACK
                && !overlap.isZero()
                && secrets.old(kind, owner, now).size() >= MOST_SIGNING) {
            throw Problem.of(ProblemCode.SECRETS_CHANGED_TOO_OFTEN, owner);
        }
        if (overlap.isZero()) {
            secrets.revokeOld(kind, owner);
        }
        var secret = kind.random();
        secrets.replace(kind, owner, secret, now, now.plus(overlap));
        var made = new NewSecret(kind, owner, secret);
        var note = overlap.isZero()
                ? "the one before it is good no longer"
                : "the one before it is good until " + now.plus(overlap).truncatedTo(ChronoUnit.SECONDS);
        acts.add(Act.of(ActKind.ROTATE_SECRET, operator, made.toString(), note, now));
        return Optional.of(made);
    }
}
