package io.caravan.web;

import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.PayerId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Knows the caller by its bearer token. The token alone is not enough: client and merchant must still be there, and what
 * they may do now is the most that the token can do.
 */
public final class BearerCallers implements AuthenticationManagerResolver<HttpServletRequest> {

    /** Names the payer for whom the wallet app acts. */
    static final String PAYER_HEADER = "AuthenticatedUser";

    private final JwtDecoder tokens;
    private final Function<String, Optional<Caller>> callers;

    /** Finds callers by client id. */
    public BearerCallers(JwtDecoder tokens, Function<String, Optional<Caller>> callers) {
        this.tokens = tokens;
        this.callers = callers;
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        return authentication -> authenticate(request, ((BearerTokenAuthenticationToken) authentication).getToken());
    }

    private Authentication authenticate(HttpServletRequest request, String token) {
        var claims = decode(token);
        var known = callers.apply(claims.getSubject())
                .filter(caller -> isFor(caller, claims))
                .orElseThrow(() -> new InvalidBearerTokenException("The token's owner is gone"));
        var granted = Optional.ofNullable(claims.getClaimAsStringList(TokenClaims.SCOPE))
                .orElse(List.of());
        var scopes = known.scopes().stream()
                .filter(scope -> granted.contains(scope.text()))
                .collect(Collectors.toSet());
        return new CallerAuthentication(new Caller(
                known.clientId(),
                known.merchant(),
                scopes.contains(Scope.CONSUMER) ? PayerId.parse(request.getHeader(PAYER_HEADER)) : Optional.empty(),
                scopes));
    }

    private Jwt decode(String token) {
        try {
            return tokens.decode(token);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("The token is no good", e);
        } catch (JwtException e) {
            throw new AuthenticationServiceException("Tokens cannot be checked", e);
        }
    }

    private static boolean isFor(Caller caller, Jwt claims) {
        var merchant = Optional.ofNullable(claims.getClaimAsString(TokenClaims.MERCHANT));
        return caller.merchant().map(known -> known.id()).equals(merchant.flatMap(MerchantId::parse));
    }
}
