package io.caravan.core.callback;

import java.util.Map;
import java.util.Objects;

/**
 * What is sent in an attempt, and where.
 *
 * @param contentType of a body that is posted; a GET has none
 * @param body what is sent and signed; of a GET it is empty
 * @param headers more headers, by name
 */
public record CallbackRequest(
        Method method, Destination destination, String contentType, byte[] body, Map<String, String> headers) {

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
        headers = Map.copyOf(headers);
        if (method == Method.GET && body.length > 0) {
            throw new IllegalArgumentException("A GET has no body");
        }
    }

    /** With no more headers than any. */
    public CallbackRequest(Method method, Destination destination, String contentType, byte[] body) {
        this(method, destination, contentType, body, Map.of());
    }

    public static CallbackRequest post(Destination destination, String contentType, byte[] body) {
        return new CallbackRequest(Method.POST, destination, contentType, body);
    }

    /** A POST with one header more. */
    public static CallbackRequest post(
            Destination destination, String contentType, byte[] body, String header, String value) {
        return new CallbackRequest(Method.POST, destination, contentType, body, Map.of(header, value));
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
