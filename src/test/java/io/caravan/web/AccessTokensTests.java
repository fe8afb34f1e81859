package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.access.Client;
import io.caravan.core.access.Scope;
import io.caravan.core.dialect.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtEncoder;

/** What the access token API answers, word by word. */
class AccessTokensTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock = Clock.fixed(Instant.parse("2023-03-30T08:38:32.123456Z"), ZoneOffset.UTC);
    private final JwtEncoder encoder = asked -> Jwt.withTokenValue("eyJ.token")
            .headers(all -> all.putAll(asked.getJwsHeader().getHeaders()))
            .claims(all -> all.putAll(asked.getClaims().getClaims()))
            .build();

    @Test
    void aTokenIsAnsweredAsItIsDocumented() throws IOException {
        var answer = new AccessTokens(encoder, "https://pay.example", clock)
                .issue(new Client("shop", "hash", Optional.empty(), Set.of(Scope.INVOICE)));

        assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo(golden("token.json"));
    }

    @Test
    void aRefusalIsAnsweredAsItIsDocumented() throws IOException {
        var answer = new AccessTokenDoor(clock).refuse(Refusal.UNAUTHENTICATED, "9b1b4de9-6b0b-4c26-9c85-cc1d0a5f3bb2");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(golden("error.json"));
    }

    private static String golden(String name) throws IOException {
        try (var file = AccessTokensTests.class.getResourceAsStream("/golden/accesstoken/" + name)) {
            return JSON.readTree(file).toString();
        }
    }
}
