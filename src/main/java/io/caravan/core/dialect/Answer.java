package io.caravan.core.dialect;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * What a caller gets back, to the byte.
 *
 * @param mediaType of the body; empty when there is no body
 * @param headers those that belong to this answer, such as {@code Retry-After}
 */
public record Answer(int status, String mediaType, byte[] body, Map<String, String> headers) {

    private static final byte[] NOTHING = {};

    public Answer {
        Objects.requireNonNull(mediaType);
        Objects.requireNonNull(body);
        headers = Map.copyOf(headers);
    }

    public static Answer json(int status, byte[] body) {
        return new Answer(status, "application/json", body, Map.of());
    }

    public static Answer empty(int status) {
        return new Answer(status, "", NOTHING, Map.of());
    }

    public Answer with(String header, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, mediaType, body, more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answer answer
                && status == answer.status
                && mediaType.equals(answer.mediaType)
                && Arrays.equals(body, answer.body)
                && headers.equals(answer.headers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, mediaType, Arrays.hashCode(body), headers);
    }

    @Override
    public String toString() {
        return status + " " + mediaType + " (" + body.length + " bytes)";
    }
}
