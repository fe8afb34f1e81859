package io.caravan.ops.setup;

import io.caravan.core.access.HeldSecrets;
import io.caravan.core.access.SecretKind;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.usecase.setup.ListOldSecrets;
import io.caravan.usecase.setup.SubmitRotation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where operators replace secrets in the console, and see which old ones are still good. */
public final class SecretDesk {

    /** How long the old one may be good, in the words of the form. */
    private static final Map<String, Duration> OVERLAPS = Map.of(
            "a day", Duration.ofDays(1),
            "an hour", Duration.ofHours(1),
            "a week", Duration.ofDays(7),
            "not at all", Duration.ZERO);

    private final SubmitRotation submitRotation;
    private final ListOldSecrets listOldSecrets;

    public SecretDesk(SubmitRotation submitRotation, ListOldSecrets listOldSecrets) {
        this.submitRotation = submitRotation;
        this.listOldSecrets = listOldSecrets;
    }

    /**
     * Replaces the secret, once for each form, and tells by which form.
     *
     * @throws IllegalArgumentException if nobody has such a secret, or it is not said how long the old one is good
     */
    public UUID rotate(OperatorRequest request) {
        var form = FormId.read(request);
        var overlap = Optional.ofNullable(OVERLAPS.get(request.field("overlap")))
                .orElseThrow(() -> new IllegalArgumentException("Say for how long the old secret is good."));
        if (!submitRotation.submit(form, kind(request), owner(request), overlap, request.operator())) {
            throw new IllegalArgumentException("Nobody of this name has such a secret.");
        }
        return form;
    }

    /** Empty unless the request names somebody who has such a secret. */
    public Optional<HeldSecrets> look(OperatorRequest request) {
        if (!request.has("owner")) {
            return Optional.empty();
        }
        var kind = kind(request);
        var owner = owner(request);
        return listOldSecrets.list(kind, owner).map(old -> new HeldSecrets(kind, owner, old));
    }

    private static String owner(OperatorRequest request) {
        var owner = request.field("owner");
        if (owner.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Nobody has such a name.");
        }
        return owner;
    }

    private static SecretKind kind(OperatorRequest request) {
        return SecretKind.parse(request.field("kind"))
                .orElseThrow(() -> new IllegalArgumentException("There is no such kind of secret."));
    }
}
