package io.caravan.usecase.setup;

import io.caravan.core.access.SecretKind;
import io.caravan.core.access.Secrets;
import io.caravan.core.setup.Plan.Made;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The secrets of what is set up: made where none is given, and replaced where another one is. */
final class SetupSecrets {

    private final Secrets secrets;
    private final Duration overlap;
    private final Clock realTime;

    SetupSecrets(Secrets secrets, Duration overlap, Clock realTime) {
        this.secrets = secrets;
        this.overlap = overlap;
        this.realTime = realTime;
    }

    /** The secret of something new. One that is made is added to those that are shown. */
    static String first(SecretKind kind, Optional<String> given, List<Made> made) {
        return given.orElseGet(() -> {
            var secret = kind.random();
            made.add(new Made(property(kind), secret));
            return secret;
        });
    }

    /** Gives something that is there this secret; if it has another one, says so, and the other is good for a while. */
    void change(SecretKind kind, String owner, Optional<String> given, List<String> changed) {
        if (given.isEmpty() || secrets.isCurrent(kind, owner, given.get())) {
            return;
        }
        var now = realTime.instant();
        if (overlap.isZero()) {
            secrets.revokeOld(kind, owner);
        }
        secrets.replace(kind, owner, given.get(), now, now.plus(overlap));
        changed.add(property(kind));
    }

    /** Its name in a setup. */
    private static String property(SecretKind kind) {
        return switch (kind) {
            case CLIENT, REGISTRATION -> "secret";
            case CALLBACK -> "callbackSecret";
            case ACCOUNT, SALES_UNIT, PARTNER -> "key";
            case SALES_UNIT_OTHER -> "otherKey";
            case TEST_KEY -> "testKey";
            case LIVE_KEY -> "liveKey";
        };
    }
}
