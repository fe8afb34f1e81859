package io.caravan.mock;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a mock answers: a status, a media type and a text; a {@code location} that is not empty leads on to there.
 */
public record MockReply(int status, String mediaType, String text, String location) {

    /** The status that stands for no answer at all: the server closes the connection instead. */
    public static final int CUT = 444;

    static MockReply json(int status, String text) {
        return new MockReply(status, "application/json", text, "");
    }

    static MockReply html(String text) {
        return new MockReply(200, "text/html;charset=utf-8", text, "");
    }

    static MockReply problem(int status, String problem) {
        return json(status, MockJson.write(Map.of("problem", problem)));
    }

    static MockReply redirect(String location) {
        return new MockReply(303, "text/plain", "", location);
    }

    /** No answer: the connection ends without one. */
    static MockReply cut() {
        return new MockReply(CUT, "text/plain", "", "");
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    boolean isJson() {
        return mediaType.equals("application/json");
    }
}
