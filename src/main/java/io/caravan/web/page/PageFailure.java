package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.page.PageRefused;
import io.caravan.core.problem.Busy;
import java.util.Map;
import java.util.Optional;

/** Why a page cannot be shown, as it is told to its visitor. */
enum PageFailure {
    UNKNOWN(404, 0),
    OUTDATED(409, 0),
    MALFORMED(400, 0),
    TOO_MANY_GUESSES(429, 600),
    TOO_MANY_TO_PHONE(429, 600),
    TOO_MANY_FROM_ADDRESS(429, 3600),
    BUSY(503, 5),
    BROKEN(500, 0);

    private static final String TEMPLATE = "failure";

    private final int status;
    private final int retryAfter;

    PageFailure(int status, int retryAfter) {
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static PageFailure of(Throwable reason) {
        if (reason instanceof PageRefused refused) {
            return of(refused.reason());
        }
        return reason instanceof Busy ? BUSY : BROKEN;
    }

    private static PageFailure of(PageRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN -> UNKNOWN;
            case OUTDATED -> OUTDATED;
            case MALFORMED -> MALFORMED;
            case TOO_MANY_GUESSES -> TOO_MANY_GUESSES;
            case TOO_MANY_TO_PHONE -> TOO_MANY_TO_PHONE;
            case TOO_MANY_FROM_ADDRESS -> TOO_MANY_FROM_ADDRESS;
        };
    }

    static PageFailure of(Refusal refusal) {
        return switch (refusal) {
            case UNAUTHENTICATED, FORBIDDEN, NOT_FOUND -> UNKNOWN;
            case MALFORMED, METHOD_NOT_ALLOWED, TOO_LARGE, MEDIA_TYPE -> MALFORMED;
            case TOO_MANY -> TOO_MANY_GUESSES;
            case BUSY -> BUSY;
            case BROKEN -> BROKEN;
        };
    }

    /** @param fresh the page to go back to, if there is one */
    Answer draw(Drawing drawing, Language language, String root, Optional<String> fresh) {
        return draw(drawing, language, root, fresh, status);
    }

    Answer draw(Drawing drawing, Language language, String root, Optional<String> fresh, int withStatus) {
        var key = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        var view = Map.<String, Object>of(
                "title",
                Words.text(language, "failure." + key),
                "failure",
                key,
                "fresh",
                leadsBack() ? fresh.orElse("") : "");
        var page = drawing.page(withStatus, TEMPLATE, language, root, view);
        return retryAfter == 0 ? page : page.with("Retry-After", String.valueOf(retryAfter));
    }

    private boolean leadsBack() {
        return switch (this) {
            case OUTDATED, MALFORMED, TOO_MANY_TO_PHONE, TOO_MANY_FROM_ADDRESS, BUSY, BROKEN -> true;
            case UNKNOWN, TOO_MANY_GUESSES -> false;
        };
    }
}
