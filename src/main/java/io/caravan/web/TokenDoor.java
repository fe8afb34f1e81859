package io.caravan.web;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import java.nio.charset.StandardCharsets;

/** The token endpoint, which speaks OAuth (RFC 6749, section 5.2). */
public final class TokenDoor implements Door {

    private static final String PATH = "/oauth2/token";

    @Override
    public boolean covers(String path) {
        return path.equals(PATH);
    }

    @Override
    public boolean reads(String mediaType) {
        return true;
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        var error =
                switch (refusal) {
                    case MALFORMED, NOT_FOUND, METHOD_NOT_ALLOWED, TOO_LARGE, MEDIA_TYPE -> "invalid_request";
                    case UNAUTHENTICATED -> "invalid_client";
                    case FORBIDDEN -> "unauthorized_client";
                    case TOO_SLOW, TOO_MANY, BUSY -> "temporarily_unavailable";
                    case BROKEN -> "server_error";
                };
        return Answer.json(refusal.status(), ("{\"error\":\"" + error + "\"}").getBytes(StandardCharsets.US_ASCII));
    }
}
