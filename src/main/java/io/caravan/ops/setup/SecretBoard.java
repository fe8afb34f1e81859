package io.caravan.ops.setup;

import io.caravan.core.access.OldSecret;
import io.caravan.core.access.SecretKind;
import io.caravan.usecase.setup.ListOldSecrets;
import io.caravan.usecase.setup.RotateSecret;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;

/** Where operators replace secrets over JMX, and see which old ones are still good. Replacing one is an act. */
@ManagedResource(objectName = "caravan:type=Secrets", description = "Replaces secrets of those who take part")
public final class SecretBoard {

    private static final String NOBODY = "Nobody of this name has such a secret";

    private final RotateSecret rotateSecret;
    private final ListOldSecrets listOldSecrets;
    private final Supplier<String> operator;

    /** @param operator the name of whoever calls */
    public SecretBoard(RotateSecret rotateSecret, ListOldSecrets listOldSecrets, Supplier<String> operator) {
        this.rotateSecret = rotateSecret;
        this.listOldSecrets = listOldSecrets;
        this.operator = operator;
    }

    /** When each old one was replaced, and until when it is good. */
    @ManagedOperation(description = "The old secrets of an owner that are still good; never the secrets themselves")
    @ManagedOperationParameter(name = "kind", description = "as client, account, sales-unit or partner")
    @ManagedOperationParameter(name = "owner", description = "the id of a client or an account, or a number")
    public List<Map<String, String>> old(String kind, String owner) {
        return listOldSecrets.list(kind(kind), owner).orElseThrow(() -> new IllegalArgumentException(NOBODY)).stream()
                .map(SecretBoard::shown)
                .toList();
    }

    /** Answers the new secret, this once. */
    @ManagedOperation(description = "Replaces a secret and answers the new one, which is not shown again")
    @ManagedOperationParameter(name = "kind", description = "as client, account, sales-unit or partner")
    @ManagedOperationParameter(name = "owner", description = "the id of a client or an account, or a number")
    @ManagedOperationParameter(
            name = "overlap",
            description = "how long the old one is good, as PT24H; PT0S: not at all")
    public String rotate(String kind, String owner, String overlap) {
        return rotateSecret
                .rotate(kind(kind), owner, duration(overlap), operator.get())
                .orElseThrow(() -> new IllegalArgumentException(NOBODY))
                .secret();
    }

    private static SecretKind kind(String text) {
        return SecretKind.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("There is no such kind of secret"));
    }

    private static Duration duration(String text) {
        try {
            var overlap = Duration.parse(text);
            if (!overlap.isNegative() && overlap.compareTo(Duration.ofDays(7)) <= 0) {
                return overlap;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new IllegalArgumentException("Say how long the old one is good: PT0S to P7D");
    }

    private static Map<String, String> shown(OldSecret old) {
        return Map.of(
                "replacedAt",
                old.replacedAt().toString(),
                "goodUntil",
                old.goodUntil().toString());
    }
}
