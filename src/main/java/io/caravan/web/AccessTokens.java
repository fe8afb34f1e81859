package io.caravan.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.access.Client;
import io.caravan.core.access.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Tokens as the access token API words them: the same as those of the OAuth endpoint, with all values as text. */
public final class AccessTokens {

    private final JwtEncoder encoder;
    private final String issuer;
    private final Clock realTime;
    private final ObjectMapper json = new ObjectMapper();

    @JsonPropertyOrder({
        "token_type",
        "expires_in",
        "ext_expires_in",
        "expires_on",
        "not_before",
        "resource",
        "access_token"
    })
    private record Issued(
            @JsonProperty("token_type") String type,
            @JsonProperty("expires_in") String expiresIn,
            @JsonProperty("ext_expires_in") String extendedExpiresIn,
            @JsonProperty("expires_on") String expiresOn,
            @JsonProperty("not_before") String notBefore,
            @JsonProperty("resource") String resource,
            @JsonProperty("access_token") String token) {}

    public AccessTokens(JwtEncoder encoder, String issuer, Clock realTime) {
        this.encoder = encoder;
        this.issuer = issuer;
        this.realTime = realTime;
    }

    /** The answer to a client that may have a token. */
    byte[] issue(Client client) {
        var now = realTime.instant().truncatedTo(ChronoUnit.SECONDS);
        var end = now.plus(TokenClients.LIFE);
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(client.id())
                .audience(List.of(client.id()))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(end)
                .id(UUID.randomUUID().toString())
                .claim(
                        TokenClaims.SCOPE,
                        client.scopes().stream().map(Scope::text).toList());
        client.merchant().ifPresent(merchant -> claims.claim(TokenClaims.MERCHANT, merchant.toString()));
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        var token = encoder.encode(JwtEncoderParameters.from(header, claims.build()));
        var life = String.valueOf(TokenClients.LIFE.toSeconds());
        var issued = new Issued(
                "Bearer",
                life,
                life,
                String.valueOf(end.getEpochSecond()),
                String.valueOf(now.getEpochSecond()),
                issuer,
                token.getTokenValue());
        try {
            return json.writeValueAsBytes(issued);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
