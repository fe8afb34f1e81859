package io.caravan.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** A request for a token. One that names no scope asks for all that the client has. */
public final class ClientCredentialsRequest implements AuthenticationConverter {

    private final AuthenticationConverter request = new OAuth2ClientCredentialsAuthenticationConverter();

    @Override
    public Authentication convert(HttpServletRequest http) {
        if (request.convert(http) instanceof OAuth2ClientCredentialsAuthenticationToken asked) {
            return asked.getScopes().isEmpty() ? withAllScopes(asked) : asked;
        }
        return null;
    }

    private static Authentication withAllScopes(OAuth2ClientCredentialsAuthenticationToken asked) {
        return asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                        && client.getRegisteredClient() != null
                ? new OAuth2ClientCredentialsAuthenticationToken(
                        client, client.getRegisteredClient().getScopes(), asked.getAdditionalParameters())
                : asked;
    }
}
