package io.caravan.core.access;

import java.time.Instant;
import java.util.List;

/** The secrets of all who call or are told, each kind in its place, and those before them. Times are real time. */
public interface Secrets {

    /** Keeps others from changing the secret until the transaction ends; whether there is such an owner. */
    boolean hold(SecretKind kind, String owner);

    /** Whether this is the newest one. */
    boolean isCurrent(SecretKind kind, String owner, String secret);

    /** From now on this one is the newest. The one before it is good until then, unless that has passed. */
    void replace(SecretKind kind, String owner, String secret, Instant now, Instant oldUntil);

    /** Those that are still good beside the newest, the latest first. */
    List<OldSecret> old(SecretKind kind, String owner, Instant now);

    /** None but the newest is good any longer. */
    void revokeOld(SecretKind kind, String owner);

    /** Removes those that were good until then. */
    void forget(Instant now);
}
