package io.caravan.core.dialect;

import java.util.Arrays;

/** Why a request never reached a route, or failed in one for no fault of the caller. */
public enum Refusal {
    MALFORMED(400, "The request cannot be read"),
    UNAUTHENTICATED(401, "A valid credential is required"),
    FORBIDDEN(403, "The credential does not reach this resource"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    TOO_SLOW(408, "The request did not come in time"),
    TOO_LARGE(413, "The request body is too large"),
    MEDIA_TYPE(415, "The media type is not supported"),
    TOO_MANY(429, "Too many requests"),
    BROKEN(500, "An unexpected error occurred"),
    BUSY(503, "The service is busy");

    private final int status;
    private final String summary;

    Refusal(int status, String summary) {
        this.status = status;
        this.summary = summary;
    }

    /** The refusal that an HTTP error status stands for. */
    public static Refusal of(int status) {
        return switch (status) {
            case 501, 505 -> MALFORMED; // a transfer encoding or version of HTTP that nobody offers
            default ->
                Arrays.stream(values())
                        .filter(refusal -> refusal.status == status)
                        .findFirst()
                        .orElse(status < 500 ? MALFORMED : BROKEN);
        };
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What is wrong, for people; tells nothing of the inside. */
    public String summary() {
        return summary;
    }
}
