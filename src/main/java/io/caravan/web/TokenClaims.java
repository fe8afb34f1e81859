package io.caravan.web;

import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What an access token says beside who it is for: the merchant behind the client, if there is one. */
public final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String SCOPE = "scope";
    static final String MERCHANT = "merchant";

    @Override
    public void customize(JwtEncodingContext context) {
        String merchant = context.getRegisteredClient().getClientSettings().getSetting(MERCHANT);
        if (merchant != null) {
            context.getClaims().claim(MERCHANT, merchant);
        }
    }
}
