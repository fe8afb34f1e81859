package io.caravan;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.caravan.core.access.Clients;
import io.caravan.core.access.SigningKeys;
import io.caravan.core.merchant.Merchants;
import io.caravan.store.JdbcClients;
import io.caravan.store.JdbcSigningKeys;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.access.AddSigningKey;
import io.caravan.usecase.access.FindCaller;
import io.caravan.usecase.access.FindClient;
import io.caravan.usecase.access.ListSigningKeys;
import io.caravan.web.BearerCallers;
import io.caravan.web.CallerCache;
import io.caravan.web.CheckedTokens;
import io.caravan.web.TokenClients;
import io.caravan.web.TokenKeys;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Clients, callers, and the tokens between them. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class AccessWiring {

    @Bean
    Sealer sealer(KeyProperties keys) {
        return new Sealer(keys.current(), keys.keys());
    }

    @Bean
    Clients clients(TransactionalJdbc jdbc, Clock realTime) {
        return new JdbcClients(jdbc, realTime);
    }

    @Bean
    SigningKeys signingKeys(TransactionalJdbc jdbc, Sealer sealer) {
        return new JdbcSigningKeys(jdbc, sealer);
    }

    @Bean
    FindClient findClient(Transactions transactions, Clients clients, Merchants merchants) {
        return transactions.around(new FindClient(clients, merchants));
    }

    @Bean
    FindCaller findCaller(Transactions transactions, Clients clients, Merchants merchants) {
        return transactions.around(new FindCaller(clients, merchants));
    }

    @Bean
    ListSigningKeys listSigningKeys(Transactions transactions, SigningKeys keys) {
        return transactions.around(new ListSigningKeys(keys));
    }

    @Bean
    AddSigningKey addSigningKey(Transactions transactions, SigningKeys keys, Clock realTime) {
        return transactions.around(new AddSigningKey(keys, realTime));
    }

    /** By which caches count their entries' age; never a wall clock. */
    @Bean
    Ticker cacheTicker() {
        return Ticker.systemTicker();
    }

    @Bean
    TokenKeys tokenKeys(ListSigningKeys listSigningKeys, AddSigningKey addSigningKey, Ticker ticker) {
        return new TokenKeys(listSigningKeys::list, addSigningKey::add, ticker);
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(newestFirst -> newestFirst.get(0));
        return encoder;
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys, DoorProperties door, Clock realTime, Ticker ticker) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(door.issuer()));
        return new CheckedTokens(decoder, realTime, ticker);
    }

    @Bean
    TokenClients tokenClients(FindClient findClient) {
        return new TokenClients(findClient::find);
    }

    @Bean
    BearerCallers bearerCallers(JwtDecoder tokens, FindCaller findCaller, Ticker ticker) {
        return new BearerCallers(tokens, new CallerCache(findCaller::find, ticker));
    }
}
