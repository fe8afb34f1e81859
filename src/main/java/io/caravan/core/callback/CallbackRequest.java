package io.caravan.core.callback;

import java.util.Objects;

/**
 * What is sent in an attempt, and where.
 *
 * @param contentType of a body that is posted; a GET has none
 * @param body what is sent and signed; of a GET it is empty
 */
public record CallbackRequest(Method method, Destination destination, String contentType, byte[] body) {

    /** How it is sent. */
    public enum Method {
        GET,
        POST
    }

    public CallbackRequest {
        Objects.requireNonNull(method);
        Objects.requireNonNull(destination);
        Objects.requireNonNull(contentType);
        Objects.requireNonNull(body);
        if (method == Method.GET && body.length > 0) {
            throw new IllegalArgumentException("A GET has no body");
        }
    }

    public static CallbackRequest post(Destination destination, String contentType, byte[] body) {
        return new CallbackRequest(Method.POST, destination, contentType, body);
    }

    public static CallbackRequest get(Destination destination) {
        return new CallbackRequest(Method.GET, destination, "", new byte[0]);
    }

    /** Keeps bodies and credentials out of logs. */
    @Override
    public String toString() {
        return method.name();
    }
}
