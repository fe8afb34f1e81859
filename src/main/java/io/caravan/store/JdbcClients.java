package io.caravan.store;

import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.timestamp;

import io.caravan.core.access.Client;
import io.caravan.core.access.Clients;
import io.caravan.core.access.Scope;
import io.caravan.core.merchant.MerchantId;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients in their table; the scopes of one are a list with spaces between, as in a token request. */
public final class JdbcClients implements Clients {

    private final JdbcClient jdbc;
    private final Clock realTime;

    public JdbcClients(TransactionalJdbc jdbc, Clock realTime) {
        this.jdbc = JdbcClient.create(jdbc);
        this.realTime = realTime;
    }

    @Override
    public Optional<Client> find(String id) {
        return jdbc.sql(
                        """
                        select c.id, c.secret_hash, c.merchant_id, c.scopes, c.enabled, %s
                        from client c
                        where c.id = ?
                        """
                                .formatted(OldSecrets.of("'CLIENT'", "c.id")))
                .params(timestamp(realTime.instant()), id)
                .query((row, n) -> new Client(
                        row.getString("id"),
                        row.getString("secret_hash"),
                        optionalUuid(row, "merchant_id").map(MerchantId::new),
                        scopes(row.getString("scopes")),
                        row.getBoolean("enabled"),
                        OldSecrets.read(row)))
                .optional();
    }

    static String text(Set<Scope> scopes) {
        return scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(" "));
    }

    private static Set<Scope> scopes(String text) {
        return Arrays.stream(Scope.values())
                .filter(scope -> Arrays.asList(text.split(" ")).contains(scope.text()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
