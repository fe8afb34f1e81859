package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;

import io.caravan.core.access.OldSecret;
import io.caravan.core.access.SecretHash;
import io.caravan.core.access.SecretKind;
import io.caravan.core.access.Secrets;
import io.caravan.core.id.Uuids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets in the rows of their owners, and the old ones in a table of their own. */
public final class JdbcSecrets implements Secrets {

    /** Where the secret of a kind is; the owner of {@code partner} is a number. */
    private record Place(String table, String owner, String column) {}

    private final JdbcClient jdbc;
    private final Sealer sealer;

    public JdbcSecrets(TransactionalJdbc jdbc, Sealer sealer) {
        this.jdbc = JdbcClient.create(jdbc);
        this.sealer = sealer;
    }

    @Override
    public boolean hold(SecretKind kind, String owner) {
        var place = place(kind);
        return key(kind, owner)
                .flatMap(key -> jdbc.sql("select 1 from %s where %s = ? for update".formatted(place.table, place.owner))
                        .param(key)
                        .query(Integer.class)
                        .optional())
                .isPresent();
    }

    @Override
    public boolean isCurrent(SecretKind kind, String owner, String secret) {
        return stored(kind, owner)
                .filter(stored -> isStored(kind, secret, stored))
                .isPresent();
    }

    @Override
    public void replace(SecretKind kind, String owner, String secret, Instant now, Instant oldUntil) {
        var place = place(kind);
        if (oldUntil.isAfter(now)) {
            stored(kind, owner).ifPresent(stored -> retire(kind, owner, stored, now, oldUntil));
        }
        jdbc.sql("update %s set %s = ? where %s = ?".formatted(place.table, place.column, place.owner))
                .params(store(kind, secret), key(kind, owner).orElseThrow())
                .update();
    }

    @Override
    public List<OldSecret> old(SecretKind kind, String owner, Instant now) {
        return jdbc.sql(
                        """
                        select replaced_at, good_until
                        from old_secret
                        where kind = ? and owner = ? and good_until > ?
                        order by replaced_at desc, id
                        """)
                .params(kind.name(), owner, timestamp(now))
                .query((row, n) -> new OldSecret(instant(row, "replaced_at"), instant(row, "good_until")))
                .list();
    }

    @Override
    public void revokeOld(SecretKind kind, String owner) {
        jdbc.sql("delete from old_secret where kind = ? and owner = ?")
                .params(kind.name(), owner)
                .update();
    }

    @Override
    public void forget(Instant now) {
        jdbc.sql("delete from old_secret where good_until <= ?")
                .param(timestamp(now))
                .update();
    }

    /** Of a kind of which one signs at a time none ends after those that came later: they would sign again. */
    private void retire(SecretKind kind, String owner, String stored, Instant now, Instant until) {
        if (kind.signsAlone()) {
            jdbc.sql("update old_secret set good_until = ? where kind = ? and owner = ? and good_until > ?")
                    .params(timestamp(until), kind.name(), owner, timestamp(until))
                    .update();
        }
        jdbc.sql(
                        """
                        insert into old_secret (id, kind, owner, secret, replaced_at, good_until)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(Uuids.ordered(), kind.name(), owner, stored, timestamp(now), timestamp(until))
                .update();
    }

    private Optional<String> stored(SecretKind kind, String owner) {
        var place = place(kind);
        return key(kind, owner)
                .flatMap(key -> jdbc.sql("select %s as secret from %s where %s = ?"
                                .formatted(place.column, place.table, place.owner))
                        .param(key)
                        .query((row, n) -> Optional.ofNullable(row.getString("secret")))
                        .optional())
                .flatMap(stored -> stored);
    }

    private boolean isStored(SecretKind kind, String secret, String stored) {
        return kind.isHashed()
                ? SecretHash.matches(secret, stored)
                : MessageDigest.isEqual(bytes(kind, secret), sealer.open(stored));
    }

    private String store(SecretKind kind, String secret) {
        return kind.isHashed() ? SecretHash.of(secret) : sealer.seal(bytes(kind, secret));
    }

    private static byte[] bytes(SecretKind kind, String secret) {
        return kind == SecretKind.PARTNER
                ? Base64.getDecoder().decode(secret)
                : secret.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Object> key(SecretKind kind, String owner) {
        return switch (kind) {
            case CLIENT, ACCOUNT, TEST_KEY, LIVE_KEY, SALES_UNIT, SALES_UNIT_OTHER -> Optional.of(owner);
            case PARTNER -> owner.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(owner)) : Optional.empty();
            case CALLBACK, REGISTRATION -> Uuids.parse(owner).map(id -> id);
        };
    }

    private static Place place(SecretKind kind) {
        return switch (kind) {
            case CLIENT -> new Place("client", "id", "secret_hash");
            case ACCOUNT -> new Place("commerce_account", "id", "key_hash");
            case TEST_KEY -> new Place("commerce_account", "id", "test_key");
            case LIVE_KEY -> new Place("commerce_account", "id", "live_key");
            case SALES_UNIT -> new Place("sales_unit", "msn", "key_hash");
            case SALES_UNIT_OTHER -> new Place("sales_unit", "msn", "other_key_hash");
            case PARTNER -> new Place("partner", "id", "secret_key");
            case CALLBACK -> new Place("merchant", "id", "callback_secret");
            case REGISTRATION -> new Place("registration", "id", "secret");
        };
    }
}
