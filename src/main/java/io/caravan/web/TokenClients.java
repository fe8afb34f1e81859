package io.caravan.web;

import io.caravan.core.access.Client;
import io.caravan.core.access.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Our clients, as the authorization server wants them: they have a secret and get tokens for themselves only. */
public final class TokenClients implements RegisteredClientRepository {

    /** Of each token. */
    static final Duration LIFE = Duration.ofHours(1);

    private static final TokenSettings TOKENS =
            TokenSettings.builder().accessTokenTimeToLive(LIFE).build();

    private final Function<String, Optional<Client>> clients;

    /** Finds clients by id. */
    public TokenClients(Function<String, Optional<Client>> clients) {
        this.clients = clients;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are not registered here");
    }

    @Override
    public RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public RegisteredClient findByClientId(String id) {
        return Names.possible(id).flatMap(clients).map(TokenClients::registered).orElse(null);
    }

    private static RegisteredClient registered(Client client) {
        var settings = ClientSettings.builder();
        client.merchant().ifPresent(merchant -> settings.setting(TokenClaims.MERCHANT, merchant.toString()));
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientSecret(String.join(ClientSecrets.BETWEEN, client.goodHashes()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> client.scopes().stream().map(Scope::text).forEach(scopes::add))
                .clientSettings(settings.build())
                .tokenSettings(TOKENS)
                .build();
    }
}
