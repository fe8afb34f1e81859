package io.caravan.usecase.setup;

import io.caravan.core.access.OldSecret;
import io.caravan.core.access.SecretKind;
import io.caravan.core.access.Secrets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Lists what is good beside somebody's newest secret. */
public class ListOldSecrets {

    private final Secrets secrets;
    private final Clock realTime;

    public ListOldSecrets(Secrets secrets, Clock realTime) {
        this.secrets = secrets;
        this.realTime = realTime;
    }

    /** Until when which is good, the latest first; empty if there is no such owner. */
    public Optional<List<OldSecret>> list(SecretKind kind, String typed) {
        var owner = kind.owner(typed);
        return secrets.hold(kind, owner) ? Optional.of(secrets.old(kind, owner, realTime.instant())) : Optional.empty();
    }
}
