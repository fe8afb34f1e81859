package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.page.PageRefused;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.problem.TooMany;
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
    TOO_MANY_PHONE_BILLS(429, 3600),
    TOO_MANY_TRIES(429, 600),
    BAD_LINK(422, 0),
    BUSY(503, 5),
    BROKEN(500, 0);

    private static final String TEMPLATE = "failure";

    /** What the page is about that cannot be shown. */
    enum About {
        INVOICE("text", "failure.fresh"),
        PAYMENT("payment", "failure.fresh.payment");

        private final String text;
        private final String fresh;

        About(String text, String fresh) {
            this.text = text;
            this.fresh = fresh;
        }
    }

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
        if (reason instanceof TooMany) {
            return TOO_MANY_TRIES;
        }
        if (reason instanceof Problem problem) {
            return problem.code() == ProblemCode.PAYMENT_UNKNOWN ? UNKNOWN : OUTDATED;
        }
        return reason instanceof Busy ? BUSY : BROKEN;
    }

    /** Of a link that a shop has made. */
    static PageFailure ofLink(Throwable reason) {
        return reason instanceof InvalidInput || reason instanceof Problem ? BAD_LINK : of(reason);
    }

    private static PageFailure of(PageRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN -> UNKNOWN;
            case OUTDATED -> OUTDATED;
            case MALFORMED -> MALFORMED;
            case TOO_MANY_GUESSES -> TOO_MANY_GUESSES;
            case TOO_MANY_TO_PHONE -> TOO_MANY_TO_PHONE;
            case TOO_MANY_FROM_ADDRESS -> TOO_MANY_FROM_ADDRESS;
            case TOO_MANY_PHONE_BILLS -> TOO_MANY_PHONE_BILLS;
        };
    }

    static PageFailure of(Refusal refusal) {
        return switch (refusal) {
            case UNAUTHENTICATED, FORBIDDEN, NOT_FOUND -> UNKNOWN;
            case MALFORMED, METHOD_NOT_ALLOWED, TOO_LARGE, MEDIA_TYPE -> MALFORMED;
            case TOO_MANY -> TOO_MANY_GUESSES;
            case TOO_SLOW, BUSY -> BUSY;
            case BROKEN -> BROKEN;
        };
    }

    /** @param fresh the page to go back to, if there is one */
    Answer draw(Drawing drawing, Language language, String root, Optional<String> fresh, About about) {
        return draw(drawing, language, root, fresh, about, status);
    }

    Answer draw(Drawing drawing, Language language, String root, Optional<String> fresh, About about, int withStatus) {
        var key = "failure." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        var title = Words.text(language, key);
        var view = Map.<String, Object>of(
                "title",
                title,
                "text",
                Words.text(language, key + "." + about.text),
                "fresh",
                leadsBack() ? fresh.orElse("") : "",
                "way",
                Words.text(language, about.fresh));
        var page = drawing.page(withStatus, TEMPLATE, language, root, view);
        return retryAfter == 0 ? page : page.with("Retry-After", String.valueOf(retryAfter));
    }

    private boolean leadsBack() {
        return switch (this) {
            case OUTDATED,
                    MALFORMED,
                    TOO_MANY_TO_PHONE,
                    TOO_MANY_FROM_ADDRESS,
                    TOO_MANY_PHONE_BILLS,
                    TOO_MANY_TRIES,
                    BUSY,
                    BROKEN -> true;
            case UNKNOWN, TOO_MANY_GUESSES, BAD_LINK -> false;
        };
    }
}
