package io.caravan.store;

import static io.caravan.store.Columns.optionalUuid;

import io.caravan.core.access.Client;
import io.caravan.core.access.Clients;
import io.caravan.core.access.Scope;
import io.caravan.core.merchant.MerchantId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients in their table; the scopes of one are a list with spaces between, as in a token request. */
public final class JdbcClients implements Clients {

    private final JdbcClient jdbc;

    public JdbcClients(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Optional<Client> find(String id) {
        return jdbc.sql("select id, secret_hash, merchant_id, scopes from client where id = ?")
                .param(id)
                .query((row, n) -> new Client(
                        row.getString("id"),
                        row.getString("secret_hash"),
                        optionalUuid(row, "merchant_id").map(MerchantId::new),
                        scopes(row.getString("scopes"))))
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
